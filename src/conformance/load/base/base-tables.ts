import type { FieldInfo, Standard } from '../../../standard/standard.js';
import type { Attached, Attachment } from '../../model/rule.js';
import type { DatatypeDefinition, ElementDefinition, SegmentDefinition } from '../../model/structure.js';
import type { Code, ValueSet, ValueSetBinding } from '../../model/value-set.js';
import { VARIES } from './base-definitions.js';

/** Composite types whose first component is the code; of others a table is about some component that nothing names. */
const CODED = new Set(['CE', 'CWE', 'CNE', 'CF', 'HD']);

/** Table 0396 speaks of whole families of names. */
const FAMILIES: Readonly<Record<string, readonly Code[]>> = {
  HL70396: [
    { value: 'HL7nnnn', text: 'An HL7 table', system: '', usage: 'R', pattern: 'HL7\\d{4}' },
    { value: '99zzz', text: 'A local coding system', system: '', usage: 'R', pattern: '99[A-Za-z0-9]{3}' },
    { value: 'L', text: 'A local coding system', system: '', usage: 'R' },
  ],
};

/**
 * Every table that the standard names for a field or component, as a suggestion: tables are one merged set for all versions,
 * and most may be extended by a site. The code alone is looked at, since a code of a local system is no mistake.
 */
export function tableBindings(
  source: Standard,
  segments: ReadonlyMap<string, SegmentDefinition>,
  datatypes: ReadonlyMap<string, DatatypeDefinition>,
): readonly Attached<ValueSetBinding>[] {
  const found: Attached<ValueSetBinding>[] = [];
  for (const { id, fields } of segments.values()) {
    found.push(...bindingsOf({ kind: 'segment', by: 'id', value: id }, fields, (at) => source.fieldInfo(id, at)));
  }
  for (const { id, components } of datatypes.values()) {
    found.push(
      ...bindingsOf({ kind: 'datatype', by: 'id', value: id }, components, (at) => source.componentInfo(id, at)),
    );
  }
  return found.filter(({ rule }) => rule.sets.every((set) => source.tableCodes(set) !== undefined));
}

function bindingsOf(
  on: Attachment,
  elements: readonly ElementDefinition[],
  infoAt: (position: number) => FieldInfo | undefined,
): readonly Attached<ValueSetBinding>[] {
  return elements.flatMap((element) => {
    const info = infoAt(element.position);
    const code = codePath(info);
    if (info?.table === undefined || code === undefined || element.datatype === VARIES) return [];
    const rule: ValueSetBinding = {
      target: `${element.position}[*]`,
      strength: 'S',
      locations: [{ code }],
      sets: [`HL7${info.table}`],
    };
    return [{ on, rule }];
  });
}

function codePath(info: FieldInfo | undefined): string | undefined {
  if (info === undefined) return undefined;
  if (CODED.has(info.datatype)) return '1[1]';
  return SIMPLE.has(info.datatype) ? '.' : undefined;
}

const SIMPLE = new Set(['ID', 'IS', 'ST', 'SI', 'NM', 'TX']);

export function tablesOf(source: Standard, bindings: readonly Attached<ValueSetBinding>[]): readonly ValueSet[] {
  const ids = new Set(bindings.flatMap(({ rule }) => rule.sets));
  return [...ids].sort().flatMap((id) => tableSet(source, id) ?? []);
}

/** An HL7 table (`HL70001`) as a value set; undefined where the standard has no codes for it. */
export function tableSet(source: Standard, id: string): ValueSet | undefined {
  const known = source.tableCodes(id);
  if (known === undefined) return undefined;
  const codes = [...known].map(([value, text]): Code => ({ value, text, system: '', usage: 'R' }));
  return {
    id,
    name: source.tableName(id) ?? id,
    stability: 'Static',
    extensibility: 'Open',
    contentDefinition: 'Extensional',
    codes: [...codes, ...(FAMILIES[id] ?? [])],
  };
}
