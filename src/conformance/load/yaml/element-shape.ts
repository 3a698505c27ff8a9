import { z } from 'zod';
import { reading, section, text, truth } from '../../../base/written.js';
import { type Cardinality, type ConditionalOutcome, USAGES, type Usage } from '../../model/usage.js';
import { LOCATIONS } from './code-locations.js';

/** A usage as it is written, `R` or `C(R/X)`. */
export interface WrittenUsage {
  readonly usage: Usage;
  readonly outcome?: ConditionalOutcome;
}

const CONDITIONAL = /^C\s*\(\s*(\w+)\s*\/\s*(\w+)\s*\)$/;

export const usage = reading<WrittenUsage>((value) => {
  const known = usageOf(value);
  if (known !== undefined) return { value: { usage: known } };
  const [, first = '', second = ''] = CONDITIONAL.exec(value) ?? [];
  const whenTrue = usageOf(first);
  const whenFalse = usageOf(second);
  if (whenTrue && whenFalse) return { value: { usage: 'C', outcome: { whenTrue, whenFalse } } };
  return { what: `"${value}" is no usage`, remedy: `write one of ${USAGES.join(', ')}, or C(R/X) with two of them` };
});

function usageOf(value: string): Usage | undefined {
  return USAGES.find((one) => one === value);
}

const RANGE = /^(\d{1,9})(?:\.\.(\d{1,9}|\*))?$/;

/** `1..3`, `0..*`, or one number for exactly so many. */
export const cardinality = reading<Cardinality>((value) => {
  const [, low, high = low] = RANGE.exec(value) ?? [];
  if (low === undefined) return { what: `"${value}" is no cardinality`, remedy: 'write 0..1, 1..*, or a number' };
  const range = { min: Number(low), max: upper(high) };
  return range.min <= range.max
    ? { value: range }
    : { what: `"${value}" has its bounds the wrong way round`, remedy: 'write the smaller number first' };
});

const LENGTH = /^(\d{1,9}|NA)(?:\.\.(\d{1,9}|\*|NA))?$/;

/** A length as it is written; an absent bound is not given. */
export interface WrittenLength {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What a length may be: both bounds, or the larger alone; `NA` is a bound that is not given. */
export const length = reading<WrittenLength>((value) => {
  const [, low, high] = LENGTH.exec(value) ?? [];
  if (low === undefined) return { what: `"${value}" is no length`, remedy: 'write 1..20, 1..*, 20 (for 1..20) or NA' };
  const [first, second] = high === undefined ? [low === 'NA' ? 'NA' : '1', low] : [low, high];
  const range: WrittenLength = {
    ...(first !== 'NA' && { minLength: Number(first) }),
    ...(second !== 'NA' && { maxLength: upper(second) }),
  };
  return (range.minLength ?? 0) <= (range.maxLength ?? Number.POSITIVE_INFINITY)
    ? { value: range }
    : { what: `"${value}" has its bounds the wrong way round`, remedy: 'write the smaller number first' };
});

function upper(text: string | undefined): number {
  return text === '*' || text === undefined ? Number.POSITIVE_INFINITY : Number(text);
}

const confLength = reading<string>((value) =>
  /^\d+[=#]?$/.test(value)
    ? { value }
    : {
        what: `"${value}" is no conformance length`,
        remedy: 'write a number, with = (never truncated) or # (may be truncated)',
      },
);

/** A single code that is the only one. */
const code = section({ is: text, system: z.string().default(''), ...LOCATIONS });

/** What may be said of an element; what is not said stays as it was. */
export const ELEMENT = {
  usage: usage.exactOptional(),
  cardinality: cardinality.exactOptional(),
  length: length.exactOptional(),
  confLength: confLength.exactOptional(),
  constant: z.string().exactOptional(),
  datatype: text.exactOptional(),
  segment: text.exactOptional(),
  name: text.exactOptional(),
  text: z.string().exactOptional(),
  requirement: text.exactOptional(),
  after: text.exactOptional(),
  before: text.exactOptional(),
  code: code.exactOptional(),
  values: z.unknown().exactOptional(),
  mapping: z.unknown().exactOptional(),
  when: z.unknown().exactOptional(),
  must: z.unknown().exactOptional(),
  itemNo: text.exactOptional(),
  hide: truth.exactOptional(),
  examples: z.array(z.string()).exactOptional(),
};

const elementSection = section(ELEMENT);

/** A map, or a usage alone. */
export const element = z.preprocess((value) => (typeof value === 'string' ? { usage: value } : value), elementSection);

export type WrittenElement = z.output<typeof elementSection>;
