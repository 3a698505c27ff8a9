import { onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import type { ConnectionHandlers } from '../connection.js';
import { type ListenOptions, listen, type MllpServer } from '../server.js';

/** A listener on a free port of 127.0.0.1 that is gone when the test is over. */
export async function openServer(
  handlers: ConnectionHandlers,
  options: Partial<ListenOptions> = {},
): Promise<MllpServer> {
  const result = await listen({ port: 0, timer: realTimer(), ...options }, handlers);
  if (result.kind === 'failed') throw new Error(result.message);
  onTestFinished(() => result.server.abort());
  return result.server;
}
