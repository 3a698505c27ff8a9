import { z } from 'zod';
import { durationMs } from '../base/duration.js';
import { reading, text } from '../base/written.js';
import { charsetOf } from '../hl7/charset.js';
import { parseTarget } from './target.js';

/** Milliseconds. */
export const duration = reading<number>((value) => {
  const ms = durationMs(value);
  if (ms !== undefined && ms > 0) return { value: ms };
  return { what: `"${value}" is not a duration`, remedy: 'write a number with its unit: 250 ms, 10s, 5m' };
});

/** Greater than 0, at most 100. */
export const scale = reading<number>((value) => {
  const number = Number(value);
  if (value.trim() !== '' && number > 0 && number <= 100) return { value: number };
  return { what: `"${value}" is not a time scale`, remedy: 'write 1 for real time, 0.1 to wait a tenth of it' };
});

/** MSH-18: table 0211, or a name in common use; repetitions with `~`. */
export const charset = reading<string>((value) => {
  const remedy = 'use a name of table 0211, for example UNICODE UTF-8, 8859/1 or ASCII';
  const { isRefused, origin } = charsetOf(value.split('~'));
  if (isRefused) return { what: `MLLP cannot carry ${value}`, remedy };
  if (origin !== 'unknown') return { value };
  return { what: `"${value}" is no character set that Pipehat knows`, remedy };
});

export const target = reading((value) => {
  const result = parseTarget(value);
  return result.kind === 'target' ? { value: result.target } : result;
});

/** Either a port alone, bound to the environment's `listenHost`, or an address with its own host and scheme. */
export const listenPoint = reading((value) => {
  if (/^\d+$/.test(value) && Number(value) <= 65_535) return { value: { port: Number(value), tls: false } };
  const result = parseTarget(value);
  if (result.kind === 'target') return { value: result.target };
  return {
    what: `"${value}" is neither a port nor an MLLP address`,
    remedy: 'write a port (7001), or the address to bind: mllp://0.0.0.0:7001, with TLS mllps://0.0.0.0:7001',
  };
});

/** A line for the shell, or a list: the program and its arguments. */
export const command = z
  .union([text, z.array(text).min(1)])
  .transform((value) =>
    typeof value === 'string'
      ? { kind: 'shell' as const, line: value }
      : { kind: 'program' as const, program: value[0] ?? '', args: value.slice(1) },
  );
