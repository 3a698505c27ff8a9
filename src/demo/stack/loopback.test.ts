import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { bindLoopbackOnly } from './loopback.js';

it.each([
  ['all interfaces', { port: 0, host: '0.0.0.0' }],
  ['no address', { port: 0 }],
  ['a port alone', 0],
])('a package that asks for %s gets 127.0.0.1', async (_, asked) => {
  bindLoopbackOnly();
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(asked, listening));
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
});
