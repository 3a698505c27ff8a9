import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { section, text, truth } from '../../../base/written.js';
import type { Code, ValueSet } from '../../model/value-set.js';
import { loadValueSets } from '../value-sets/load-value-sets.js';
import type { Defects } from '../value-sets/value-set-text.js';
import { isKnownSet } from './bind-values.js';
import { codes } from './codes-shape.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import type { Path, YamlSource } from './yaml-source.js';

const SET = section({
  name: z.string().exactOptional(),
  oid: z.string().exactOptional(),
  version: z.string().exactOptional(),
  stability: z.enum(['Static', 'Dynamic', 'Undefined']).exactOptional(),
  extensibility: z.enum(['Open', 'Closed', 'Undefined']).exactOptional(),
  contentDefinition: z.enum(['Extensional', 'Intensional', 'Undefined']).exactOptional(),
  noCodeText: z.string().exactOptional(),
  codes: codes.exactOptional(),
  csv: text.exactOptional(),
  fhir: text.exactOptional(),
  table: text.exactOptional(),
  add: codes.exactOptional(),
  remove: z.array(z.string()).exactOptional(),
  unchecked: truth.exactOptional(),
});

type WrittenSet = z.output<typeof SET>;

/** What stands under `valueSets:`. A set replaces the inherited one of its id. */
export function readValueSets(draft: ProfileDraft, source: YamlSource, value: unknown, defects: Defects): void {
  const written = source.read(z.record(z.string(), z.unknown()), value, ['valueSets']) ?? {};
  for (const [id, one] of Object.entries(written)) {
    const path = ['valueSets', id];
    const read = source.read(SET, one, path);
    if (read === undefined) continue;
    if (read.unchecked === true) draft.excluded.add(id);
    else draft.excluded.delete(id);
    const sources = [read.codes, read.csv, read.fhir, read.table].filter((from) => from !== undefined).length;
    if (read.unchecked === true && sources === 0) continue;
    const set = sources === 1 ? readSet(draft, source, id, read, path, defects) : oneSourceOnly(source, path);
    if (set !== undefined) draft.valueSets.set(id, { ...set, place: source.keyPlace(path) });
  }
}

function oneSourceOnly(source: YamlSource, path: Path): undefined {
  const remedy = 'give one of codes:, csv:, fhir:, table:, or unchecked: true';
  source.errorAtKey(path, 'value-set-source', 'a value set has exactly one source of codes', remedy);
}

function readSet(
  draft: ProfileDraft,
  source: YamlSource,
  id: string,
  written: WrittenSet,
  path: Path,
  defects: Defects,
): ValueSet | undefined {
  const { codes: own, csv, fhir, table, add = [], remove = [], unchecked: _, name, ...facts } = written;
  const from =
    own !== undefined
      ? { id, name: id, codes: own }
      : table !== undefined
        ? tableNamed(draft, source, id, table, [...path, 'table'])
        : fromFile(source, id, csv ?? fhir ?? '', [...path, csv === undefined ? 'fhir' : 'csv'], defects);
  if (from === undefined) return undefined;
  const kept = from.codes.filter(({ value }) => !remove.includes(value) && !add.some((code) => code.value === value));
  return {
    ...from,
    id,
    ...(name !== undefined && { name }),
    ...facts,
    codes: [...kept, ...add] satisfies readonly Code[],
  };
}

function tableNamed(
  draft: ProfileDraft,
  source: YamlSource,
  id: string,
  table: string,
  path: Path,
): ValueSet | undefined {
  const known = isKnownSet(draft, table) ? draft.valueSets.get(table) : undefined;
  if (known !== undefined) return { ...known, id };
  const what = `HL7 ${draft.heading.hl7Version} has no codes for a table ${table}`;
  source.error(
    path,
    'unknown-table',
    what,
    'write HL7 and four digits, HL70203; a table of your own goes under codes:',
  );
  return undefined;
}

/** The only set of a file, or the one of that id. Paths are relative to the profile's file. */
function fromFile(source: YamlSource, id: string, name: string, path: Path, defects: Defects): ValueSet | undefined {
  const file = resolve(dirname(source.file), name);
  const sets = loadValueSets(file, defects, { id });
  const set = sets.find((one) => one.id === id) ?? (sets.length === 1 ? sets[0] : undefined);
  if (set === undefined && sets.length > 0) {
    const known = sets.map((one) => one.id).join(', ');
    source.error(path, 'value-set-not-in-file', `${name} holds no set ${id}`, `it holds ${known}`);
  }
  return set;
}
