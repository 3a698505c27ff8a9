import { z } from 'zod';
import { section, text, whole } from '../../../base/written.js';
import { LOCATIONS } from './code-locations.js';
import { codes } from './codes-shape.js';
import { cardinality } from './element-shape.js';

const location = section({
  code: text,
  system: text.exactOptional(),
  systemOid: text.exactOptional(),
  position: whole(0, 999).exactOptional(),
});

const bindingShape = section({
  target: text.default('.'),
  set: text.exactOptional(),
  sets: z.array(text).exactOptional(),
  codes: codes.exactOptional(),
  strength: z.enum(['R', 'S', 'U', 'none']).default('R'),
  ...LOCATIONS,
});

/** A cell: what the element at `path` must be. Exactly one of text, code and values. */
export const cellShape = section({
  path: text,
  name: z.string().exactOptional(),
  text: z.string().exactOptional(),
  code: z.string().exactOptional(),
  system: z.string().exactOptional(),
  at: LOCATIONS.at,
  locations: z.array(location).exactOptional(),
  values: z
    .preprocess(
      (value) => (Array.isArray(value) ? value : [typeof value === 'string' ? { set: value } : value]),
      z.array(bindingShape),
    )
    .exactOptional(),
});

export type WrittenCell = z.output<typeof cellShape>;

const usage = z.enum(['R', 'S', 'O']);

const rowShape = section({
  usage,
  cardinality: cardinality.exactOptional(),
  if: z.array(cellShape).default([]),
  // biome-ignore lint/suspicious/noThenProperty: the word of the language; nothing awaits a row.
  then: z.array(cellShape).default([]),
});

export type WrittenRow = z.output<typeof rowShape>;

const groupShape = section({
  name: z.string(),
  usage,
  cardinality: cardinality.exactOptional(),
  primary: rowShape,
  others: z.array(rowShape).default([]),
});

const TABLE = {
  condition: section({ text: z.string().default(''), assert: z.unknown() }).exactOptional(),
  groupBy: z
    .array(
      z.preprocess(
        (value) => (typeof value === 'string' ? { path: value } : value),
        section({ path: text, name: z.string().exactOptional(), priority: whole(0, 999).exactOptional() }),
      ),
    )
    .default([]),
  rows: z.array(rowShape).default([]),
  groups: z.array(groupShape).default([]),
};

const tableShape = section(TABLE);

export type WrittenTable = z.output<typeof tableShape>;

/** Tables, or one table in the place itself. */
export const contextShape = section({
  message: text.exactOptional(),
  context: text,
  contextName: z.string().exactOptional(),
  segment: text,
  segmentName: z.string().exactOptional(),
  tables: z.array(tableShape).exactOptional(),
  ...TABLE,
});

export type WrittenContext = z.output<typeof contextShape>;
