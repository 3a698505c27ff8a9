import { z } from 'zod';
import { reading, section, text, truth, whole } from '../../../base/written.js';
import type { Assertion, ComparisonOperator } from '../../model/assertion.js';
import { LOCATIONS, locationsOf } from './code-locations.js';
import type { Path, YamlSource } from './yaml-source.js';

/** Reads what stands behind the key of an assertion. */
export type AssertionForm = (source: YamlSource, value: unknown, path: Path) => Assertion | undefined;

/** Beyond any count of values in a message. */
const MANY = 1_000_000;

const count = whole(0, MANY);
const most = reading<number>((value) => {
  if (value === '*') return { value: Number.POSITIVE_INFINITY };
  const number = Number(value);
  if (/^\d{1,7}$/.test(value)) return { value: number };
  return { what: `"${value}" is no number`, remedy: 'write a whole number, or * for any number' };
});
const whenAbsent = z.enum(['PASS', 'FAIL', 'INCONCLUSIVE']).exactOptional();
const quantity = { atLeastOnce: truth.exactOptional(), min: count.exactOptional(), max: most.exactOptional() };
// A path that is empty can never be decided, which the linter tells.
const onValues = { path: z.string(), ...quantity, whenAbsent };
const flag = truth.exactOptional();

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '=': 'EQ',
  '==': 'EQ',
  '!=': 'NE',
  '>': 'GT',
  '<': 'LT',
  '>=': 'GE',
  '<=': 'LE',
};
const NAMES = new Set<string>(Object.values(OPERATORS));

const operator = reading<ComparisonOperator>((value) => {
  const known = OPERATORS[value] ?? (isOperator(value) ? value : undefined);
  if (known !== undefined) return { value: known };
  return { what: `"${value}" is no comparison`, remedy: "write one of '=', '!=', '>', '<', '>=', '<=' (in quotes)" };
});

function isOperator(value: string): value is ComparisonOperator {
  return NAMES.has(value);
}

const mode = reading<'All' | 'AtLeastOne' | number>((value) => {
  if (value === 'All' || value === 'AtLeastOne') return { value };
  if (/^\d{1,6}$/.test(value)) return { value: Number(value) };
  return { what: `"${value}" does not say how many`, remedy: 'write All, AtLeastOne or a whole number' };
});

/** One text, or a list of texts. */
const texts = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()));

/** What `within` says beside `holds`. */
export const WITHIN = section(onValues);

/** By key: how an assertion without others inside is written, short (`[path, value]`) and long (a map). */
export const SIMPLE_FORMS: ReadonlyMap<string, AssertionForm> = new Map(
  Object.entries({
    present: form(['path'], { path: z.string() }, (read) => ({ kind: 'presence', ...read })),
    isNull: form(['path'], { path: z.string() }, (read) => ({ kind: 'is-null', ...read })),
    setId: form(['path'], { path: z.string() }, (read) => ({ kind: 'set-id', ...read })),
    setIdWithin: form(['parent', 'element'], { parent: z.string(), element: z.string() }, (read) => ({
      kind: 'iz-set-id',
      ...read,
    })),
    equals: form(['path', 'text'], { ...onValues, text: z.string(), ignoreCase: truth.default(false) }, (read) => ({
      kind: 'plain-text',
      ...read,
    })),
    matches: form(['path', 'regex'], { ...onValues, regex: z.string() }, (read) => ({ kind: 'format', ...read })),
    in: form(['path', 'values'], { ...onValues, values: texts, ignoreCase: flag }, (read) => ({
      kind: 'string-list',
      ...read,
    })),
    inNumbers: form(['path', 'values'], { ...onValues, values: texts }, (read) => ({ kind: 'number-list', ...read })),
    checkDigit: form(['path', 'format'], { ...onValues, format: z.enum(['LOINC', 'SNOMED']) }, (read) => ({
      kind: 'string-format',
      ...read,
    })),
    compare: form(
      ['path', 'operator', 'value'],
      {
        ...onValues,
        operator,
        value: z.string(),
        type: z.enum(['String', 'Number', 'DateTime']).exactOptional(),
        truncated: flag,
        identicalEquality: flag,
      },
      (read) => ({ kind: 'simple-value', type: isNumber(read.value) ? 'Number' : 'String', ...read }),
    ),
    comparePaths: form(
      ['path1', 'operator', 'path2'],
      {
        path1: z.string(),
        operator,
        path2: z.string(),
        path1Mode: mode.exactOptional(),
        path2Mode: mode.exactOptional(),
        truncated: flag,
        identicalEquality: flag,
        whenAbsent,
      },
      (read) => ({ kind: 'path-value', ...read }),
    ),
    compareElements: form(
      ['path1', 'operator', 'path2'],
      { path1: z.string(), operator, path2: z.string(), strict: truth.default(true), whenAbsent },
      (read) => ({ kind: 'complex-path-value', ...read }),
    ),
    codeIn: form(
      ['path', 'set'],
      { path: z.string(), set: text, strength: z.enum(['R', 'S', 'U']).exactOptional(), whenAbsent, ...LOCATIONS },
      ({ set, at, locations, ...read }) => ({
        kind: 'value-set',
        ...read,
        valueSet: set,
        locations: locationsOf(at, locations),
      }),
    ),
    function: form(['name'], { name: text, parameters: z.record(z.string(), z.string()).default({}) }, (read) => ({
      kind: 'plugin',
      ...read,
    })),
  } satisfies Record<string, AssertionForm>),
);

function isNumber(value: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(value);
}

/** `order` names the values of the short form. */
function form<T extends z.ZodRawShape>(
  order: readonly string[],
  shape: T,
  make: (read: z.output<z.ZodObject<T, z.core.$strict>>) => Assertion,
): AssertionForm {
  const whole = section(shape);
  return (source, value, path) => {
    const read = source.read(whole, named(order, value), path);
    return read && make(read);
  };
}

function named(order: readonly string[], value: unknown): unknown {
  if (typeof value === 'string') return { [order[0] ?? '']: value };
  if (!Array.isArray(value)) return value;
  const surplus = value.slice(order.length);
  // [PV1-2, I, O, E] is what somebody writes who forgets the inner brackets.
  const isFlatList = surplus.length > 0 && order.at(-1) === 'values';
  const entries = order.map((name, index) => [
    name,
    isFlatList && name === 'values' ? value.slice(index) : value[index],
  ]);
  const rest = isFlatList ? [] : surplus.map((one, index) => [`value ${order.length + index + 1}`, one]);
  return Object.fromEntries([...entries.filter(([, one]) => one !== undefined), ...rest]);
}
