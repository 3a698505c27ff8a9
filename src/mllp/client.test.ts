import { afterEach, describe, expect, it } from 'vitest';
import { realTimer } from '../base/timer.js';
import { MllpClient } from './client.js';
import { listen, type MllpServer } from './server.js';
import { wholeFrame } from './wire-plan.js';

const timer = realTimer();
const opened: MllpServer[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.abort();
});

async function echoServer(): Promise<MllpServer> {
  const result = await listen(
    { port: 0, timer },
    {
      onEvent: (event, connection) => {
        if (event.kind === 'frame') void connection.write(wholeFrame(event.payload));
      },
    },
  );
  if (result.kind === 'failed') throw new Error(result.message);
  opened.push(result.server);
  return result.server;
}

describe('MllpClient', () => {
  for (const mode of ['per-message', 'kept-open'] as const) {
    for (const depth of [1, 8]) {
      it(`${mode}, depth ${depth}: each request gets its own reply`, async () => {
        const server = await echoServer();
        const client = new MllpClient({
          host: '127.0.0.1',
          port: server.port,
          mode,
          depth,
          replyTimeoutMs: 5_000,
          timer,
        });
        const texts = Array.from({ length: 50 }, (_, i) => `MSH|^~\\&|${i}\r`);
        const results = await Promise.all(texts.map((text) => client.request(Buffer.from(text))));
        expect(results.map((result) => (result.kind === 'reply' ? result.payload.toString() : result.kind))).toEqual(
          texts,
        );
        await client.close();
      });
    }
  }
});
