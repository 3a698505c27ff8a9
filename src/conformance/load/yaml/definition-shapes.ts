import { z } from 'zod';
import { section, text, truth } from '../../../base/written.js';
import { ELEMENT } from './element-shape.js';

const { after: _a, before: _b, segment: _s, ...PART } = ELEMENT;

/** A field or component where its definition lists it. */
const part = section({ ...PART, name: z.string(), datatype: text });

export type WrittenPart = z.output<typeof part>;

const elements = z.record(z.string(), z.unknown()).exactOptional();

const COMMON = {
  /** The definition of which this one is a flavour. */
  extends: text.exactOptional(),
  /** The code under which messages and paths know it; the key where nothing is said. */
  name: text.exactOptional(),
  text: z.string().exactOptional(),
  version: z.string().exactOptional(),
  elements,
};

export const datatypeShape = section({
  ...COMMON,
  components: z.array(part).exactOptional(),
  varies: truth.exactOptional(),
});

export const segmentShape = section({
  ...COMMON,
  fields: z.array(part).exactOptional(),
  mappings: z.array(z.unknown()).exactOptional(),
});

export type WrittenDefinition = z.output<typeof datatypeShape> | z.output<typeof segmentShape>;
