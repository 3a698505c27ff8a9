import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { relay } from './relay.js';

/** An engine that writes these bytes to whoever sends it something, and hangs up. */
async function engine(reply: string): Promise<number> {
  const server = createServer((socket) => socket.once('data', () => socket.end(reply)));
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

const MESSAGE = Buffer.from('MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|T|2.5.1\r');

it('gives the code with which the engine acknowledges', async () => {
  const port = await engine('\x0bMSH|^~\\&|C|D|A|B|2026||ACK|2|T|2.5.1\rMSA|AR|1\r\x1c\r');
  expect(await relay(MESSAGE, port)).toBe('AR');
});

it('gives nothing where the engine hangs up', async () => {
  expect(await relay(MESSAGE, await engine(''))).toBeUndefined();
});
