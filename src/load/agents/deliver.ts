import { gzipSync } from 'node:zlib';
import { pause, realTimer } from '../../base/timer.js';
import type { ShardRecord } from '../shard/shard-record.js';
import { shardText } from '../shard/shard-text.js';
import { chunksOf, chunkText } from './chunks.js';
import type { Link } from './link.js';

/** The most in one message; servers may allow less. */
const LARGEST = 512 * 1_024;
const AGAIN_MS = 500;

export interface Delivery {
  readonly subject: string;
  /** Unique for what is delivered: what is sent again under it is kept once. */
  readonly id: string;
  readonly agent: string;
  readonly bytes: Uint8Array;
  /** How long the server may be away. */
  readonly patienceMs: number;
}

export function packed(record: ShardRecord): Uint8Array {
  return gzipSync(shardText(record));
}

/** Stores something of any size, trying again while the server is away. undefined, or why it could not in time. */
export async function deliver(
  link: Link,
  { subject, id, agent, bytes, patienceMs }: Delivery,
): Promise<string | undefined> {
  for (const chunk of chunksOf(bytes, Math.min(LARGEST, link.largest))) {
    const options = { id: `${id}.${chunk.index}`, chunk: chunkText(chunk), agent };
    const trouble = await persist(() => link.keep(subject, chunk.bytes, options), patienceMs);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

/** Tries until it works or the patience is over. undefined, or why it did not work the last time. */
export async function persist(act: () => Promise<unknown>, patienceMs: number): Promise<string | undefined> {
  const timer = realTimer();
  const deadline = timer.now() + patienceMs;
  for (;;) {
    try {
      await act();
      return undefined;
    } catch (error) {
      if (timer.now() >= deadline) return error instanceof Error ? error.message : String(error);
      await pause(timer, AGAIN_MS);
    }
  }
}
