// Turns hl7-dictionary and our corrections into one compact JSON file a version, beside the code that loads it, in
// src/ for the tests and in dist/ for the package. Does nothing where the last run had the same inputs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { correctedFields, TABLE_ADDITIONS } from './standard-data/field-corrections.mjs';
import { nodesText } from './standard-data/notation.mjs';
import { corrected } from './standard-data/structure-corrections.mjs';

const require = createRequire(import.meta.url);
const root = new URL('../', import.meta.url);
const TARGETS = ['src/standard/data/', 'dist/src/standard/data/'].map((path) => new URL(path, root));
const INPUTS = [
  'scripts/generate-standard.mjs',
  'scripts/standard-data/notation.mjs',
  'scripts/standard-data/structure-corrections.mjs',
  'scripts/standard-data/field-corrections.mjs',
  'node_modules/hl7-dictionary/package.json',
];

/** [name, data type, optionality, repetitions, length, table]; trailing zeros are left out, 0 is "no limit" or "none". */
function fieldRow({ desc, datatype, opt, rep, len, table }) {
  const row = [desc, datatype, opt, rep ?? 1, len ?? 0, table ?? 0];
  while (row.at(-1) === 0) row.pop();
  return row;
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/** What the dictionary says, as `{ version: { structure: text } }`. */
function structureTexts(definitions) {
  return mapValues(definitions, ({ messages }) => mapValues(messages, ({ segments }) => nodesText(segments.segments)));
}

function standardFiles({ definitions, tables }) {
  const texts = structureTexts(definitions);
  const in251 = corrected('2.5.1', texts['2.5.1']);
  const files = mapValues(definitions, ({ segments, fields }, version) => ({
    version,
    segments: mapValues(segments, (segment, name) => [
      segment.desc,
      correctedFields(version, name, segment.fields).map(fieldRow),
    ]),
    datatypes: mapValues(fields, ({ desc, subfields = [] }) => [desc, subfields.map(fieldRow)]),
    structures: corrected(version, texts[version], in251),
  }));
  const codes = mapValues(tables, ({ desc, values }) => [desc, values ?? {}]);
  return { ...files, tables: { tables: codes, additions: TABLE_ADDITIONS } };
}

/** Runs the step; returns whether there was anything to do. */
export function generateStandard() {
  const hash = createHash('sha256');
  for (const input of INPUTS) hash.update(readFileSync(new URL(input, root)));
  const stamp = hash.digest('hex');
  const stale = TARGETS.filter((target) => readStamp(target) !== stamp);
  if (stale.length === 0) return false;
  const files = Object.entries(standardFiles(require('hl7-dictionary'))).map(([name, content]) => [
    `${name}.json`,
    JSON.stringify(content),
  ]);
  for (const target of stale) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    for (const [name, text] of files) writeFileSync(new URL(name, target), text);
    writeFileSync(new URL('stamp', target), stamp);
  }
  return true;
}

function readStamp(target) {
  const file = new URL('stamp', target);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) generateStandard();
