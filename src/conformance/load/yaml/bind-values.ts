import { standard } from '../../../standard/load.js';
import { isStandardVersion } from '../../../standard/versions.js';
import type { CodeLocation, ValueSet, ValueSetBinding } from '../../model/value-set.js';
import { tableSet } from '../base/base-tables.js';
import { locationsOf } from './code-locations.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import type { Spot } from './draft/spot.js';
import { firstSimple, isVaries } from './draft/spot-definition.js';
import type { WrittenValues } from './read-values.js';

/** What a binding lacks. */
export interface NoBinding {
  readonly what: string;
  readonly remedy: string;
}

/** Types whose first component is a code that has its system in the third. */
const CODED = new Set(['CE', 'CWE', 'CNE', 'CF']);

/** The binding of an element of this data type; `name` gives codes in the place an id. Adds the sets that are not there yet. */
export function bindingOf(
  draft: ProfileDraft,
  written: WrittenValues,
  where: { readonly name: string; readonly datatype: string; readonly position: number; readonly requirement?: string },
): ValueSetBinding | NoBinding {
  const inline = written.codes === undefined ? undefined : inlineSet(where.name, written);
  if (inline !== undefined) draft.valueSets.set(inline.id, inline);
  const sets = inline === undefined ? written.sets : [inline.id];
  const missing = sets.find((id) => !isKnownSet(draft, id));
  if (missing !== undefined) return unknownSet(draft, missing);
  const locations = written.locations ?? locationsIn(draft, where.datatype, sets, written.at);
  if (locations === undefined) return UNKNOWN_TYPE;
  const isSimple = locations.every(({ code }) => code === '.');
  return {
    target: `${where.position}[*]`,
    ...(written.strength && { strength: written.strength }),
    locations,
    sets: isSimple && sets.length > 1 ? [joined(draft, sets)] : sets,
    ...(where.requirement !== undefined && { requirement: where.requirement }),
  };
}

const UNKNOWN_TYPE: NoBinding = {
  what: 'another field tells the data type here, so nobody can say where the code stands',
  remedy: 'bind the values in a flavour (datatypes:) that mapping: names, or say at: [1]',
};

function inlineSet(name: string, { codes = [] }: WrittenValues): ValueSet {
  return {
    id: name,
    name: `Codes of ${name}`,
    stability: 'Static',
    extensibility: 'Closed',
    contentDefinition: 'Extensional',
    codes,
  };
}

/** A simple value has one value set: several that an author names are one with the codes of all. */
function joined(draft: ProfileDraft, ids: readonly string[]): string {
  const id = ids.join(' or ');
  const sets = ids.flatMap((one) => draft.valueSets.get(one) ?? []);
  const codes = new Map(sets.flatMap((set) => set.codes).map((code) => [`${code.value} ${code.system}`, code]));
  draft.valueSets.set(id, { id, name: sets.map(({ name }) => name).join(', '), codes: [...codes.values()] });
  return id;
}

/** Whether there is such a set; tables of the standard come in as they are asked for. */
export function isKnownSet(draft: ProfileDraft, id: string): boolean {
  if (draft.valueSets.has(id) || draft.excluded.has(id)) return true;
  const version = draft.heading.hl7Version;
  const table = /^HL7\d{4}$/.test(id) && isStandardVersion(version) ? tableSet(standard(version), id) : undefined;
  if (table !== undefined) draft.valueSets.set(id, table);
  return table !== undefined;
}

export function unknownSet(draft: ProfileDraft, id: string): NoBinding {
  const known = [...draft.valueSets.keys()].filter((one) => !/^HL7\d{4}$/.test(one)).slice(0, 12);
  const hint = known.length === 0 ? '' : ` (known besides the HL7 tables: ${known.join(', ')})`;
  return { what: `there is no value set ${id}`, remedy: `define it under valueSets:${hint}, or write HL7nnnn` };
}

/** Where the code stands in an element of that type; undefined where nobody can know. */
function locationsIn(
  draft: ProfileDraft,
  datatype: string,
  sets: readonly string[],
  at: readonly number[] | undefined,
): readonly CodeLocation[] | undefined {
  const definition = draft.datatypes.get(datatype);
  const hasSystems = sets.some((id) => draft.valueSets.get(id)?.codes.some(({ system }) => system !== ''));
  const coded = locationsOf(at ?? [1], undefined);
  if (hasSystems && CODED.has(definition?.name ?? '')) return coded;
  if (at !== undefined) return coded.map(({ code }) => ({ code }));
  if (isVaries(definition)) return undefined;
  return [{ code: simpleCode(draft, datatype) }];
}

function simpleCode(draft: ProfileDraft, datatype: string): string {
  const spot: Spot = [{ kind: 'definition', of: 'datatype', id: datatype }];
  const steps = firstSimple(draft, spot).map(({ position }) => `${position}[1]`);
  return steps.length === 0 ? '.' : steps.join('.');
}
