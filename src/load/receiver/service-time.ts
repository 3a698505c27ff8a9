import { durationMs } from '../../base/duration.js';
import type { Rng } from '../../base/rng.js';

/** When a receiver answers a message that came at an instant (milliseconds): at once, later, or in its turn. */
export interface ServiceTime {
  /** The instant of the answer, never before `at`. Called once for each message, in the order of arrival. */
  answerAt(at: number, random: Rng): number;
}

export type ServiceTimeResult =
  | { readonly kind: 'service-time'; readonly make: () => ServiceTime }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string };

const FORMS =
  'constant:5ms, uniform:1ms..20ms, exponential:10ms, log-normal:median=10ms,p99=80ms, serial:1ms, stall:every=2s,for=200ms';

/**
 * Reads how long a receiver takes. `serial` is one server that works on one message at a time, so its capacity is one message
 * in that time; `stall` answers at once but for the last part of every period, when all have to wait for its end.
 */
export function parseServiceTime(text: string): ServiceTimeResult {
  const [kind = '', ...rest] = text.split(':');
  const make = MAKERS[kind]?.(rest.join(':'));
  if (make !== undefined) return { kind: 'service-time', make };
  return { kind: 'mistake', what: `"${text}" is no service time`, remedy: `write one of ${FORMS}` };
}

type Maker = (parameters: string) => (() => ServiceTime) | undefined;

const MAKERS: Readonly<Record<string, Maker>> = {
  constant: (text) => delayed(durationMs(text), (ms) => ms),
  exponential: (text) => delayed(durationMs(text), (mean, random) => -mean * Math.log(1 - random.next())),
  uniform: (text) => {
    const [low, high] = text.split('..').map(durationMs);
    if (low === undefined || high === undefined || high < low) return undefined;
    return delayed(low, (_, random) => low + random.next() * (high - low));
  },
  'log-normal': (text) => {
    const { median, p99 } = named(text);
    if (median === undefined || p99 === undefined || median <= 0 || p99 < median) return undefined;
    const sigma = Math.log(p99 / median) / Z_99;
    return delayed(median, (_, random) => median * Math.exp(sigma * normal(random)));
  },
  serial: (text) => {
    const ms = durationMs(text);
    return ms === undefined ? undefined : () => serial(ms);
  },
  stall: (text) => {
    const { every, for: length } = named(text);
    if (every === undefined || length === undefined || length >= every) return undefined;
    return () => ({ answerAt: (at) => (at % every >= every - length ? at - (at % every) + every : at) });
  },
};

/** The standard normal distribution exceeds this in one of a hundred cases. */
const Z_99 = 2.326_347_874;

function delayed(ms: number | undefined, delay: (ms: number, random: Rng) => number): (() => ServiceTime) | undefined {
  if (ms === undefined) return undefined;
  return () => ({ answerAt: (at, random) => at + delay(ms, random) });
}

function serial(ms: number): ServiceTime {
  let freeAt = 0;
  return {
    answerAt(at) {
      freeAt = Math.max(at, freeAt) + ms;
      return freeAt;
    },
  };
}

function named(text: string): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), durationMs(value)];
    }),
  );
}

/** Box and Muller. */
function normal(random: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
