// What hl7apy 1.3.5 reads in a message, computed from the bytes the way its parser goes about it, without Pipehat's parser.
import { decodedAs } from './their-charsets.mjs';

/** What hl7apy does of its own; without all of them what is left is a message cut at its delimiters. */
export const HL7APY_HABITS = ['end', 'blanks', 'behind', 'places', 'numbers'];

/** Place to text as it is written, as `read.py` prints it. `model`: hl7apy's data types of every version; `habits`: those at work. */
export function hl7apyReading(bytes, model, habits = HL7APY_HABITS) {
  const lines = decodedAs(bytes)
    .split('\r')
    .filter((line) => line.length > 0);
  const [field, component, repetition, , subcomponent] = lines[0].slice(3);
  const version = lines[0].split(field)[11].split(component)[0];
  const reader = {
    field,
    component,
    repetition,
    subcomponent,
    ...model[version],
    does: (habit) => habits.includes(habit),
  };
  const found = new Map();
  const instances = new Map();
  for (const line of lines) {
    const name = line.slice(0, 3);
    const instance = (instances.get(name) ?? 0) + 1;
    instances.set(name, instance);
    for (const [place, text] of readSegment(name, line, reader)) found.set(`${name}[${instance}]-${place}`, text);
  }
  return found;
}

function* readSegment(name, line, reader) {
  const known = reader.segments[name] ?? [];
  // Any field of a Z segment is an ST; behind a last field that varies there may be more of the kind.
  const further = name.startsWith('Z') ? 'ST' : known.at(-1) === 'varies' ? 'varies' : undefined;
  const isHeader = name === 'MSH';
  const texts = (reader.does('end') ? line.trimEnd() : line).split(reader.field).slice(1);
  for (const [n, text] of texts.entries()) {
    const number = n + (isHeader ? 2 : 1);
    if (isHeader && number < 3) continue;
    if (reader.does('blanks') && text.trim() === '') continue;
    if (reader.does('behind') && number > known.length && further === undefined) continue;
    for (const [r, repeated] of text.split(reader.repetition).entries())
      for (const [place, leaf] of readField(repeated, known[number - 1] ?? further ?? null, reader))
        if (leaf !== '') yield [`${number}[${r + 1}].${place}`, leaf];
  }
}

function* readField(text, type, reader) {
  const isNamed = type !== null && type !== 'varies' && !reader.base.includes(type);
  const parts = text.split(reader.component).map((part, n) => {
    const inner = isNamed ? reader.types[type]?.[n] : isBase(type, reader) ? type : null;
    return {
      part,
      number: n + 1,
      hasName: type === 'varies' || type === null || (isNamed && inner !== undefined),
      type: inner,
      isNamed,
    };
  });
  for (const { part, number, type: inner } of kept(parts, reader))
    for (const [s, leaf] of readComponent(part, inner ?? null, reader)) yield [`${number}.${s}`, leaf];
}

function* readComponent(text, type, reader) {
  const isNamed = type !== null && !isBase(type, reader);
  const parts = text.split(reader.subcomponent).map((part, n) => {
    const hasName = isNamed && reader.types[type]?.[n] !== undefined;
    return { part, number: n + 1, hasName, isNamed: hasName, type: isNamed ? reader.types[type]?.[n] : type };
  });
  for (const { part, number, type: own } of kept(parts, reader))
    yield [number, reader.does('numbers') ? asNumber(part, own) : part];
}

/** A number is written anew, without blanks, plus sign and zeros in front; what is none stays as it is. */
function asNumber(text, type) {
  const form = { SI: /^\s*([+-]?)(\d+)\s*$/, NM: /^\s*([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?\s*$/ }[type];
  const [, sign, whole, fraction = ''] = form?.exec(text) ?? [];
  if (whole === undefined) return text;
  const digits = whole.replace(/^0+(?=.)/, '') || '0';
  return `${sign === '-' ? '-' : ''}${digits}${fraction && `.${fraction}`}`;
}

/** Parts that should have a name are left out where they are blank; those without one get the number of their place among the others. */
function kept(parts, reader) {
  const left = reader.does('blanks') ? parts.filter(({ part, isNamed }) => !isNamed || part.trim() !== '') : parts;
  if (!reader.does('places')) return left;
  return left.map((each, n) => (each.hasName ? each : { ...each, number: n + 1 }));
}

function isBase(type, { base }) {
  return base.includes(type);
}
