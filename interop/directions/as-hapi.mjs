// What HAPI 2.6.0 reads in a message, computed from the bytes the way its PipeParser goes about it, without Pipehat's parser.

import { unescapedAsHapi, unescapedByStandard, writtenAsHapi } from './hapi-escapes.mjs';
import { HapiTypes, textsOf } from './hapi-types.mjs';
import { decodedAs, decodedByHapi } from './their-charsets.mjs';

/** What HAPI does of its own; without all of them what is left is a message cut at its delimiters. */
export const HAPI_HABITS = ['charset', 'escapes', 'blanks', 'places'];

/**
 * Place to text, as `Flat` prints it. `model`: HAPI's data types of every version, as `Types` prints them. `habits`: those that are at
 * work, all of them in HAPI; without one it is seen what it is that makes a difference.
 */
export function hapiReading(bytes, model, habits = HAPI_HABITS) {
  const text = habits.includes('charset') ? decodedByHapi(bytes) : decodedAs(bytes);
  const lines = text.split('\r').filter((line) => line.length >= 3);
  const marks = marksOf(lines[0]);
  const version = split(split(lines[0], marks.field)[11], marks.component)[0];
  const textOf = habits.includes('escapes') ? unescapedAsHapi : unescapedByStandard;
  const types = new HapiTypes(model[version], { isTrimming: habits.includes('blanks') });
  const reader = { marks, types, fields: model[version].segments, textOf, isCut: !habits.includes('places') };
  const found = new Map();
  const instances = new Map();
  for (const line of lines) {
    const { name, texts } = readSegment(line, reader);
    // A segment without any text is not counted.
    if (texts.length === 0 && !reader.isCut) continue;
    const instance = (instances.get(name) ?? 0) + 1;
    instances.set(name, instance);
    for (const [place, value] of texts) found.set(`${name}[${instance}]-${place}`, value);
  }
  return found;
}

function readSegment(line, reader) {
  const { marks, types, fields } = reader;
  const [name, ...texts] = split(line, marks.field);
  const isHeader = name === 'MSH';
  const read = new Map();
  for (const [n, text] of texts.entries()) {
    const field = n + (isHeader ? 2 : 1);
    if (field === 2 && isHeader) continue;
    for (const [r, repeated] of split(text, marks.repetition).entries()) {
      const type = types.make(fields[name]?.[field - 1] ?? '*');
      const value = reader.isCut ? cut(type, repeated, reader) : type;
      if (!reader.isCut) fill(type, repeated, reader);
      read.set(`${field}[${r + 1}]`, value);
    }
  }
  if (name === 'OBX' && !reader.isCut) settleValues(read, reader);
  return { name, texts: [...read].flatMap(([place, value]) => textsAt(place, value)) };
}

function textsAt(place, value) {
  return [...(Array.isArray(value) ? value : textsOf(value))].map(([c, s, text]) => [`${place}.${c}.${s}`, text]);
}

/** Each leaf where it stands, whatever the type has room for. */
function cut(type, text, { marks, types, textOf }) {
  return split(text, marks.component).flatMap((component, c) =>
    split(component, marks.subcomponent).flatMap((leaf, s) =>
      leaf === undefined ? [] : [[c + 1, s + 1, types.trimmedAt(type, c + 1, s + 1, textOf(leaf, marks))]],
    ),
  );
}

/** One leaf after the other goes where HAPI finds a primitive for it; one that is there already is written over. */
function fill(type, text, { marks, types, textOf }) {
  for (const [c, component] of split(text, marks.component).entries()) {
    for (const [s, leaf] of split(component, marks.subcomponent).entries())
      types.set(type, c + 1, s + 1, leaf === undefined ? undefined : textOf(leaf, marks));
  }
}

/** `FixOBX5`: OBX-5 gets the type that OBX-2 names; a primitive one keeps the subcomponents of its first component as one text. */
function settleValues(read, { types, marks }) {
  const [type] = [...textsOf(read.get('2[1]') ?? types.make('ID'))][0]?.slice(2) ?? [];
  for (const [place, value] of read) {
    if (!place.startsWith('5[') || type === undefined) continue;
    const settled = types.make(type);
    const first = value.data.kind === 'composite' ? value.data.parts[0] : undefined;
    if (settled.kind === 'primitive' && first?.kind === 'varies' && first.data.kind === 'composite')
      joinParts(first, marks);
    types.become(value, settled);
  }
}

/** Each part is written as it would be sent, with its escapes. */
function joinParts({ data }, marks) {
  const whole = data.parts.map((part) => writtenAsHapi(part.data.value ?? '', marks)).join(marks.subcomponent);
  for (const [n, part] of data.parts.entries()) part.data.value = n === 0 ? whole : '';
}

function marksOf(header) {
  const [field, component, repetition, escapeMark, subcomponent] = header.slice(3);
  return { field, component, repetition, escape: escapeMark, subcomponent };
}

/** `PipeParser.split`: nothing between two marks is undefined; a mark at the end has nothing behind it. */
function split(text, mark) {
  if (text === undefined || text === '') return [];
  const parts = text.split(mark);
  if (parts.at(-1) === '') parts.pop();
  return parts.map((part) => (part === '' ? undefined : part));
}
