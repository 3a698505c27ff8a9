import { charsetOf } from './charset.js';
import { Content } from './content.js';
import { type Delimiters, encodingCharacters, STANDARD_DELIMITERS } from './delimiters.js';
import { escapeText } from './escape.js';
import { readHeader } from './header.js';
import { Message } from './message.js';

/** Text that is placed as it is, with delimiters and escapes: formatted text with `\.br\`, a field copied from elsewhere. */
export interface RawText {
  readonly kind: 'raw';
  readonly text: string;
}

export function raw(text: string): RawText {
  return { kind: 'raw', text };
}

/** The HL7 null `""`: the receiver is to delete what it has. */
export const NULL = { kind: 'null' } as const;
export type NullMark = typeof NULL;

/** A string is escaped; undefined and '' leave the component empty; an array gives subcomponents. */
export type Component = string | undefined | RawText | NullMark | readonly (string | undefined)[];

export interface Components {
  readonly components: readonly Component[];
}

export interface Repetitions {
  readonly repeat: readonly (Components | Component)[];
}

export type FieldValue = Component | Components | Repetitions;

/** `A^B^C`. */
export function comp(...components: readonly Component[]): Components {
  return { components };
}

/** `A~B`. */
export function repeat(...values: readonly (Components | Component)[]): Repetitions {
  return { repeat: values };
}

/** A segment to be written: field numbers are 1-based, trailing empty fields are dropped. */
export interface SegmentDraft {
  readonly name: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
}

export function segment(name: string, fields: Readonly<Record<number, FieldValue>>): SegmentDraft {
  return { name, fields };
}

/**
 * Writes a message: the first draft is MSH, whose fields 1 and 2 come from `delimiters`; every segment ends with CR.
 * Bytes are written in `charset` (a name of table 0211), or else in the set that MSH-18 of the draft names. Throws where
 * the drafts make no message or a character is not in the set.
 */
export function buildMessage(
  drafts: readonly SegmentDraft[],
  options?: { readonly delimiters?: Delimiters; readonly charset?: string },
): Message {
  const delimiters = options?.delimiters ?? STANDARD_DELIMITERS;
  if (drafts[0]?.name !== 'MSH') throw new Error(`a message begins with MSH, not with ${drafts[0]?.name ?? 'nothing'}`);
  const lines = drafts.map((draft) => segmentText(draft, delimiters));
  const bytes = encodeLines(lines, charsetOf(options?.charset === undefined ? declared(drafts[0]) : [options.charset]));
  const result = readHeader(bytes, options?.charset);
  if (result.kind === 'defect') throw new Error(`cannot build the message: ${result.defect.reason}`);
  return new Message(new Content(result.header, bytes));
}

/** MSH-18 of the draft, without the alternate sets' own meaning for ISO 2022 getting lost. */
function declared(header: SegmentDraft): readonly string[] {
  const field = header.fields[18];
  const values = isRepeat(field) ? field.repeat : [field];
  return values.map((value) => (typeof value === 'string' ? value : isRaw(value) ? value.text : ''));
}

function encodeLines(lines: readonly string[], charset: ReturnType<typeof charsetOf>): Buffer {
  const text = lines.map((line) => `${line}\r`).join('');
  const bytes = isStrictAscii(charset.iana) && /[^\0-\x7f]/.test(text) ? undefined : charset.encode(text);
  if (bytes !== undefined) return bytes;
  const wrong = [...text].find(
    (character) => character > '\x7f' && (isStrictAscii(charset.iana) || !charset.encode(character)),
  );
  const line = lines.find((candidate) => candidate.includes(wrong ?? ''));
  throw new Error(
    `${line?.slice(0, 3)} holds ${JSON.stringify(wrong)}, which ${charset.name || 'ASCII'} does not have; set MSH-18 to UNICODE UTF-8`,
  );
}

function isStrictAscii(iana: string): boolean {
  return iana === 'us-ascii';
}

function segmentText({ name, fields }: SegmentDraft, delimiters: Delimiters): string {
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) throw new Error(`"${name}" is not a segment name`);
  const isHeader = name === 'MSH';
  if (isHeader && (fields[1] !== undefined || fields[2] !== undefined)) {
    throw new Error('MSH-1 and MSH-2 come from the delimiters; leave them out of the fields');
  }
  const parts = isHeader ? [name, encodingCharacters(delimiters)] : [name];
  const offset = isHeader ? 1 : 0;
  for (const [number, value] of Object.entries(fields)) {
    const text = fieldText(value, delimiters);
    const at = Number(number) - offset;
    if (!/^[1-9]\d*$/.test(number)) throw new Error(`${name}-${number} is no field: fields are numbered from 1`);
    while (text !== '' && parts.length <= at) parts.push('');
    if (text !== '') parts[at] = text;
  }
  const line = parts.join(delimiters.field);
  if (line.includes('\r')) throw new Error(`raw text in ${name} holds a CR, which would end the segment`);
  return line;
}

function fieldText(value: FieldValue, delimiters: Delimiters): string {
  if (!isRepeat(value)) return repetitionText(value, delimiters);
  return joined(
    value.repeat.map((one) => repetitionText(one, delimiters)),
    delimiters.repetition,
  );
}

function repetitionText(value: Components | Component, delimiters: Delimiters): string {
  if (!isComponents(value)) return componentText(value, delimiters);
  return joined(
    value.components.map((one) => componentText(one, delimiters)),
    delimiters.component,
  );
}

function componentText(value: Component, delimiters: Delimiters): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeText(value, delimiters);
  if (isRaw(value)) return value.text;
  if ('kind' in value) return '""';
  return joined(
    value.map((one) => escapeText(one ?? '', delimiters)),
    delimiters.subcomponent,
  );
}

/** Trailing empty parts are dropped (chapter 2, 2.6). */
function joined(parts: readonly string[], separator: string): string {
  let last = parts.length;
  while (last > 0 && parts[last - 1] === '') last--;
  return parts.slice(0, last).join(separator);
}

function isRaw(value: unknown): value is RawText {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'raw';
}

function isRepeat(value: FieldValue): value is Repetitions {
  return typeof value === 'object' && 'repeat' in value && !Array.isArray(value);
}

function isComponents(value: Components | Component): value is Components {
  return typeof value === 'object' && 'components' in value;
}
