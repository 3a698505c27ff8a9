import { z } from 'zod';
import { durationMs } from '../base/duration.js';
import { charsetOf } from '../hl7/charset.js';
import { parseTarget } from './target.js';

/** Every scalar reaches the schema as the text in the file; these say what the text may be and what it becomes. */
type Reading<T> = { readonly value: T } | { readonly what: string; readonly remedy: string };

function reading<T>(read: (text: string) => Reading<T>) {
  return z.string().transform((text, context): T => {
    const result = read(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.what, params: { remedy: result.remedy } });
    return z.NEVER;
  });
}

/** Text that is not blank. */
export const text = reading<string>((value) =>
  value.trim() === '' ? { what: 'this is empty', remedy: 'write a value, or remove the key' } : { value },
);

export const truth = reading<boolean>((value) => {
  if (value === 'true' || value === 'false') return { value: value === 'true' };
  return { what: `"${value}" is neither true nor false`, remedy: 'write true or false' };
});

/** A whole number from `low` to `high`, both included. */
export function whole(low: number, high: number) {
  return reading<number>((value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= low && number <= high) return { value: number };
    return { what: `"${value}" is not a whole number`, remedy: `write a whole number from ${low} to ${high}` };
  });
}

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

/** Closed sections: an unknown key is a mistake, and its message is the list of the known ones. */
export function section<T extends z.ZodRawShape>(shape: T) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}
