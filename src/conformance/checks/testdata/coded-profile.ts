import type { Finding } from '../../../evidence/finding.js';
import { nistMode, pipehatMode } from '../../mode.js';
import type { CoConstraintContext } from '../../model/co-constraint.js';
import type { Profile } from '../../model/profile.js';
import { type Attachment, NO_RULES } from '../../model/rule.js';
import type { DatatypeDefinition, ElementDefinition, SegmentDefinition } from '../../model/structure.js';
import type { Usage } from '../../model/usage.js';
import type { Code, SingleCodeBinding, ValueSet, ValueSetBinding } from '../../model/value-set.js';
import { compilePlan } from '../../plan/compile.js';
import { CO_CONSTRAINT_CODES } from '../../report/co-constraint-codes.js';
import { VALUE_SET_CODES } from '../../report/value-set-codes.js';
import { Validator } from '../../validate.js';

/** What a specimen's profile states beyond the structure. */
export interface CodedRules {
  readonly sets?: readonly ValueSet[];
  readonly excluded?: readonly string[];
  /** On segment ZVS where nothing else is said. */
  readonly bindings?: readonly (ValueSetBinding & { readonly on?: Attachment })[];
  readonly singleCodes?: readonly (SingleCodeBinding & { readonly on?: Attachment })[];
  readonly coConstraints?: readonly CoConstraintContext[];
  /** Usage of ZVS-1 to ZVS-3, else O. */
  readonly usages?: Readonly<Record<number, Usage>>;
}

function element(position: number, datatype: string, usage: Usage, isField: boolean): ElementDefinition {
  const cardinality = isField ? { cardinality: { min: 0, max: Number.POSITIVE_INFINITY } } : {};
  return { position, name: `Element ${position}`, usage, datatype, minLength: 0, maxLength: 999, ...cardinality };
}

function segment(name: string, types: readonly string[], usages: CodedRules['usages'] = {}): SegmentDefinition {
  const fields = types.map((type, index) => element(index + 1, type, usages[index + 1] ?? 'O', true));
  return { id: name, name, description: name, fields, mappings: [] };
}

function datatype(name: string, types: readonly string[] = []): DatatypeDefinition {
  return { id: name, name, description: name, components: types.map((t, i) => element(i + 1, t, 'O', false)) };
}

const ST12 = Array.from({ length: 14 }, () => 'ST');

/**
 * TST_T01: MSH, ZVS (any number), ORDER (any number: ORC, OBX (any number)). ZVS-1 is simple, ZVS-2 coded (CWE with 14
 * components, the code system of 1 in 3, of 4 in 6, OIDs in 14), ZVS-3 nests a CWE as its second component. OBX-2 ST, OBX-3
 * CWE, OBX-4 ST, OBX-5 CWE.
 */
export function codedProfile(rules: CodedRules): Profile {
  const onSegment: Attachment = { kind: 'segment', by: 'id', value: 'ZVS' };
  const many = { min: 0, max: Number.POSITIVE_INFINITY };
  const attached = <Rule extends { readonly on?: Attachment }>(all: readonly Rule[] = []) =>
    all.map(({ on = onSegment, ...rule }) => ({ on, rule: rule as Omit<Rule, 'on'> }));
  const segments = [
    segment('MSH', [...ST12]),
    segment('ZVS', ['ST', 'CWE', 'ZNE'], rules.usages),
    segment('ORC', ['ST']),
    segment('OBX', ['ST', 'ST', 'CWE', 'ST', 'CWE']),
  ];
  const datatypes = [datatype('ST'), datatype('CWE', ST12), datatype('ZNE', ['ST', 'CWE'])];
  return {
    id: 'coded',
    name: 'Coded elements',
    source: 'specimen',
    form: 'igamt',
    type: 'Implementation',
    hl7Version: '2.5.1',
    identifiers: [],
    messages: [
      {
        id: 'TST',
        type: 'TST',
        event: 'T01',
        structure: 'TST_T01',
        description: 'Test',
        children: [
          { kind: 'segment', ref: 'MSH', position: 1, usage: 'R', cardinality: { min: 1, max: 1 } },
          { kind: 'segment', ref: 'ZVS', position: 2, usage: 'O', cardinality: many },
          {
            kind: 'group',
            id: 'ORDER-1',
            name: 'ORDER',
            position: 3,
            usage: 'O',
            cardinality: many,
            children: [
              { kind: 'segment', ref: 'ORC', position: 1, usage: 'O', cardinality: { min: 0, max: 1 } },
              { kind: 'segment', ref: 'OBX', position: 2, usage: 'O', cardinality: many },
            ],
          },
        ],
      },
    ],
    segments: new Map(segments.map((one) => [one.id, one])),
    datatypes: new Map(datatypes.map((one) => [one.id, one])),
    valueSets: {
      sets: new Map((rules.sets ?? []).map((set) => [set.id, set])),
      excluded: new Set(rules.excluded ?? []),
    },
    rules: { ...NO_RULES, bindings: attached(rules.bindings), singleCodes: attached(rules.singleCodes) },
    coConstraints: rules.coConstraints ?? [],
    slicings: [],
  };
}

/** `A`, `A:S1`, `B:S2:P`, `X::E`: value, code system, usage (`-` none), pattern. */
export function code(text: string): Code {
  const [value = '', system = '', usage = 'R', pattern] = text.split(':');
  return {
    value,
    text: `text of ${value}`,
    system,
    ...(usage === 'R' || usage === 'P' || usage === 'E' ? { usage } : {}),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

export function valueSet(id: string, codes: string, more: Partial<ValueSet> = {}): ValueSet {
  return { id, name: id, codes: codes === '' ? [] : codes.split(' ').map(code), ...more };
}

export type ModeName = 'nist' | 'pipehat';

/** Findings about codes and co-constraints, for the segments that follow MSH. */
export function judge(rules: CodedRules, segments: string, name: ModeName, verbose = false): readonly Finding[] {
  const result = compilePlan(codedProfile(rules));
  if (result.kind === 'defective') throw new Error(JSON.stringify(result.defects));
  const mode = name === 'nist' ? nistMode(verbose) : pipehatMode(verbose);
  const text = `MSH|^~\\&|A|B|C|D|20250101||TST^T01^TST_T01|1|T|2.5.1\r${segments.replaceAll('\n', '\r')}\r`;
  const findings = new Validator(structuredClone(result.plan), { mode }).validate(Buffer.from(text));
  return findings.filter(({ code: found }) => found in VALUE_SET_CODES || found in CO_CONSTRAINT_CODES);
}

/** `code classification path` of each, sorted. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, classification, path }) => `${code} ${classification} ${path}`).sort();
}
