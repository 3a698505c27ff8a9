import { createServer, type Server } from 'node:net';
import { listen } from '../listen/listen.js';
import type { ListenOptions } from '../listen/options.js';
import { send } from '../send/send.js';
import type { SendOptions } from '../send/options.js';
import { Recorder } from './recorder.js';

/** A listener that ends after `count` messages, and how to reach it. */
export async function listener(count: number, options: Partial<ListenOptions> = {}) {
  const terminal = new Recorder();
  const ended = listen({ port: 0, host: '127.0.0.1', ack: 'AA', format: 'text', count, ...options }, terminal);
  const first = await Promise.race([terminal.line(/listening/), ended]);
  const to = /mllps?:\/\/\S+:\d+/.exec(String(first))?.[0] ?? '';
  return { to, ended, terminal };
}

export async function sent(files: readonly string[], to: string, options: Partial<SendOptions> = {}) {
  const terminal = new Recorder();
  const defaults = { timeout: 20_000, connectTimeout: 5_000, connections: 1, format: 'text' } as const;
  const code = await send(files, { to, ...defaults, ...options }, terminal);
  return { code, terminal };
}

/** A server that takes everything and answers nothing, and its port. */
export async function silentServer(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.resume().on('end', () => socket.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

export function closed(server: Server): Promise<unknown> {
  return new Promise((resolve) => server.close(resolve));
}

