import { z } from 'zod';
import { reading, section, text } from '../../../base/written.js';

/** A message as MSH-9 has it, `ADT^A01^ADT_A01`; the structure follows from the event where it is left out. */
export interface WrittenMessage {
  readonly type: string;
  readonly event: string;
  readonly structure: string;
}

const message = reading<WrittenMessage>((value) => {
  const [, type, event = '', structure = ''] = /^([A-Z0-9]{3})(?:\^(\w*)(?:\^(\w+))?)?$/.exec(value.trim()) ?? [];
  if (type !== undefined) return { value: { type, event, structure } };
  return { what: `"${value}" is no message type`, remedy: 'write it as in MSH-9: ADT^A01^ADT_A01' };
});

const texts = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text));

export const headerShape = section({
  id: text,
  name: z.string(),
  version: z.string().exactOptional(),
  date: z.string().exactOptional(),
  organization: z.string().exactOptional(),
  description: z.string().exactOptional(),
  type: z.enum(['HL7', 'Constrainable', 'Implementation']).default('Implementation'),
  hl7: z.string().exactOptional(),
  extends: text.default('base'),
  message: message.exactOptional(),
  messages: z.array(message).exactOptional(),
  identifiers: texts.default([]),
});

export type Header = z.output<typeof headerShape>;

const condition = z.enum(['AL', 'NE', 'SU', 'ER']);

export const acknowledgmentShape = section({
  accept: condition.exactOptional(),
  application: condition.exactOptional(),
  mode: text.exactOptional(),
});

/** The sections of the file; each is read by its own reader. */
export const fileShape = section({
  profile: z.unknown(),
  acknowledgment: z.unknown().exactOptional(),
  messages: z.unknown().exactOptional(),
  segments: z.unknown().exactOptional(),
  datatypes: z.unknown().exactOptional(),
  valueSets: z.unknown().exactOptional(),
  elements: z.unknown().exactOptional(),
  statements: z.unknown().exactOptional(),
  without: texts.exactOptional(),
  slices: z.unknown().exactOptional(),
  coConstraints: z.unknown().exactOptional(),
  rules: z.unknown().exactOptional(),
  orderIndifferent: z.unknown().exactOptional(),
  slicings: z.unknown().exactOptional(),
});

export type ProfileFile = z.output<typeof fileShape>;
