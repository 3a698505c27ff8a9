import { z } from 'zod';
import { reading, section, text } from '../../../base/written.js';
import type { Code, CodeUsage } from '../../model/value-set.js';

const codeUsage = reading<CodeUsage | 'none'>((value) => {
  if (value === 'R' || value === 'P' || value === 'E' || value === 'none') return { value };
  return {
    what: `"${value}" is no usage of a code`,
    remedy: 'write R (required), P (permitted), E (excluded) or none',
  };
});

const codeSection = section({
  code: z.string(),
  text: z.string().default(''),
  system: z.string().default(''),
  usage: codeUsage.default('R'),
  pattern: text.exactOptional(),
});

/** `W1`, or a map with more about it. */
const oneCode = z
  .preprocess((value) => (typeof value === 'string' ? { code: value } : value), codeSection)
  .transform(({ code, usage, ...rest }): Code => ({ value: code, ...rest, ...(usage !== 'none' && { usage }) }));

/** Codes as they are written: a list, or a map of codes with their texts. */
export const codes = z.preprocess(
  (value) => (isPlainMap(value) ? Object.entries(value).map(([code, meaning]) => ({ code, text: meaning })) : value),
  z.array(oneCode),
);

export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
