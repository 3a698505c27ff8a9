import type { Effort } from '../effort.js';
import type { Drive } from './drive.js';

/** What a tool does to the receiver. */
export interface LoadCase {
  readonly id: string;
  readonly title: string;
  /** In the words of `simulate --service-time`. */
  readonly serviceTime: string;
  readonly drive: Omit<Drive, 'port'>;
}

const AT_ONCE = 'constant:0ms';
const STALLING = 'stall:every=2s,for=200ms';

/** Our generator alone. */
export function ownCases({ fastMs, pacedMs, warmUpMs }: Effort): readonly LoadCase[] {
  const fast = { ms: fastMs, warmUpMs };
  return [
    {
      id: 'load-synchronous',
      title: 'as fast as the answers come, 64 connections, one message at a time on each',
      serviceTime: AT_ONCE,
      drive: { connections: 64, depth: 1, ...fast },
    },
    {
      id: 'load-pipelined',
      title: 'as fast as the answers come, 4 connections, pipelined to depth 64',
      serviceTime: AT_ONCE,
      drive: { connections: 4, depth: 64, ...fast },
    },
    {
      id: 'load-paced',
      title: `5,000 a second, whatever the answers, for ${pacedMs / 1_000} s over 64 connections`,
      serviceTime: AT_ONCE,
      drive: { connections: 64, depth: 1, rate: 5_000, ms: pacedMs, warmUpMs },
    },
  ];
}

/** Every tool with as many connections, as fast as it goes. */
export function costCases({ fastMs, warmUpMs }: Effort): readonly LoadCase[] {
  return [
    {
      id: 'tools-cost',
      title: 'as fast as it goes, 64 connections, one message at a time on each',
      serviceTime: AT_ONCE,
      drive: { connections: 64, depth: 1, ms: fastMs, warmUpMs },
    },
  ];
}

/** Every tool against a receiver that stalls: a tenth of what arrives at any instant waits up to 200 ms, so p99 is 180 ms. */
export function stallCases({ stallingMs }: Effort): readonly LoadCase[] {
  return [
    {
      id: 'tools-stall',
      title: 'the receiver stalls 200 ms every 2 s; 2,000 a second where a tool can, over 8 connections',
      serviceTime: STALLING,
      drive: { connections: 8, depth: 1, rate: 2_000, ms: stallingMs, warmUpMs: 0 },
    },
  ];
}

/** More than ten million messages of our generator on two cores, whose memory is looked at every second. */
export function longCases(): readonly LoadCase[] {
  const drive = { connections: 4, depth: 64, warmUpMs: 2_000, ms: 150_000, watchesMemory: true };
  const title = 'as fast as the answers come for 150 s, pipelined: ten million messages and more';
  return [{ id: 'load-long', title, serviceTime: AT_ONCE, drive }];
}
