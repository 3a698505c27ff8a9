import type { Assertion } from '../../model/assertion.js';
import type { Profile } from '../../model/profile.js';
import type { Attachment, ConformanceStatement } from '../../model/rule.js';
import type { ElementDefinition, SegmentDefinition } from '../../model/structure.js';
import { ASSERTIONS } from './assertions.js';
import { CO_CONSTRAINTS } from './co-constraints.js';
import { LIBRARY } from './library.js';

const MANY = Number.POSITIVE_INFINITY;
const present: Assertion = { kind: 'presence', path: '1[1]' };

const statement = (id: string, assertion: Assertion): ConformanceStatement => ({
  kind: 'statement',
  id,
  description: `Statement ${id}`.trim(),
  assertion,
});

export const on = (kind: Attachment['kind'], value: string, by: Attachment['by'] = 'id'): Attachment => ({ kind, by, value });

export const field = (position: number, name: string, more: Partial<ElementDefinition> = {}): ElementDefinition => ({
  position,
  name,
  usage: 'O',
  cardinality: { min: 0, max: 1 },
  datatype: 'ST_1',
  minLength: 1,
  maxLength: 20,
  ...more,
});

/** A profile that has everything that IGAMT can say. */
export const EVERYTHING: Profile = {
  id: 'everything',
  name: 'Everything: "all" & <more>',
  source: 'a test',
  form: 'igamt',
  type: 'Constrainable',
  hl7Version: '2.5.1',
  version: '1.10',
  date: '20250301',
  organization: 'House',
  identifiers: ['ID1'],
  messages: [
    {
      id: 'm1',
      type: 'ORU',
      event: 'R01',
      structure: 'ORU_R01',
      name: 'Result',
      identifier: 'ID1',
      description: 'A result',
      children: [
        { kind: 'segment', ref: 'MSH 1', position: 1, usage: 'R', cardinality: { min: 1, max: 1 } },
        {
          kind: 'group',
          id: 'm1.RESULT',
          name: 'RESULT',
          position: 2,
          usage: 'RE',
          cardinality: { min: 0, max: MANY },
          children: [
            { kind: 'segment', ref: 'OBX_1', position: 1, usage: 'R', cardinality: { min: 1, max: 4 } },
            { kind: 'segment', ref: 'OBX_2', position: 2, usage: 'X', cardinality: { min: 0, max: 0 } },
          ],
        },
      ],
    },
    { id: 'm2', type: 'ACK', event: '', structure: '', description: '', children: [] },
  ],
  segments: new Map<string, SegmentDefinition>([
    [
      'MSH 1',
      {
        id: 'MSH 1',
        name: 'MSH',
        description: 'Message Header',
        version: '2.5.1',
        fields: [
          field(1, 'Separator', { usage: 'R', cardinality: { min: 1, max: 1 }, constant: '|', itemNo: '00001' }),
          { position: 2, name: 'Ids', usage: 'C', cardinality: { min: 0, max: MANY }, datatype: 'CE_1', confLength: '20=' },
          field(3, 'Any length', { usage: 'W', maxLength: MANY, hide: true }),
        ],
        mappings: [],
      },
    ],
    ...['OBX_1', 'OBX_2'].map(
      (id) =>
        [
          id,
          {
            id,
            name: 'OBX',
            description: 'Observation',
            fields: [field(1, 'Type'), field(2, 'Value', { datatype: 'VAR' })],
            mappings: [
              {
                position: 2,
                reference: '1',
                secondReference: '1.1',
                cases: [
                  { value: 'CE', datatype: 'CE_1' },
                  { value: 'CE', second: 'x', datatype: 'ST_1' },
                ],
              },
            ],
          },
        ] as const,
    ),
  ]),
  datatypes: new Map([
    ['ST_1', { id: 'ST_1', name: 'ST', description: 'String', version: '2.5.1', components: [] }],
    ['VAR', { id: 'VAR', name: 'varies', description: '', components: [], varies: true }],
    [
      'CE_1',
      {
        id: 'CE_1',
        name: 'CE',
        description: 'Coded',
        components: [1, 2, 3].map((position) => ({
          position,
          name: `Part ${position}`,
          usage: 'RE' as const,
          datatype: 'ST_1',
          minLength: 0,
          maxLength: 5,
        })),
      },
    ],
  ]),
  valueSets: LIBRARY,
  rules: {
    statements: [
      ...ASSERTIONS.map((assertion, index) => ({ on: on('segment', 'OBX_1'), rule: statement(`S-${index}`, assertion) })),
      {
        on: on('segment', 'OBX', 'name'),
        rule: {
          ...statement('S-x', present),
          strength: 'SHOULD',
          classification: 'A',
          reference: {
            chapter: '7',
            section: '4.2',
            page: '3',
            url: 'http://x.example',
            source: 'guide',
            generatedBy: 'TCAMT',
            referencePath: 'p',
            testDataCategorization: 'Value-Test Case Fixed',
          },
        },
      },
      { on: on('datatype', 'CE_1'), rule: statement('S-d', { kind: 'presence', path: '2[1]' }) },
      { on: on('group', 'm1.RESULT'), rule: statement('S-g', { kind: 'presence', path: '1[*].2[1]' }) },
      { on: on('message', 'm1'), rule: statement('', { kind: 'presence', path: '2[*].1[*].2[1]' }) },
    ],
    predicates: [
      {
        on: on('segment', 'MSH 1'),
        rule: {
          kind: 'predicate',
          id: 'P-1',
          description: 'If there is a separator',
          target: '2[*]',
          whenTrue: 'R',
          whenFalse: 'X',
          condition: present,
        },
      },
      {
        on: on('datatype', 'CE', 'name'),
        rule: {
          kind: 'predicate',
          description: '',
          target: '3[1]',
          whenTrue: 'RE',
          whenFalse: 'O',
          condition: { kind: 'not', of: present },
        },
      },
    ],
    keyed: [
      {
        on: on('segment', 'OBX_1'),
        rule: {
          kind: 'keyed',
          description: 'Keyed',
          entries: [
            {
              key: { kind: 'plain-text', path: '1[1]', text: 'CE', ignoreCase: true },
              assertions: [{ kind: 'plain-text', path: '2[1].1[1]', text: 'x', ignoreCase: false }],
            },
          ],
        },
      },
    ],
    orderIndifferent: [
      {
        path: '2[*]',
        patterns: [
          {
            cardinality: 2,
            triggerMessage: 'none of them',
            trigger: present,
            constraints: [statement('O-1', present)],
            contexts: [
              { path: '1[*]', patterns: [{ cardinality: 1, triggerMessage: '', trigger: present, constraints: [], contexts: [] }] },
            ],
          },
        ],
      },
    ],
    bindings: [
      {
        on: on('segment', 'MSH 1'),
        rule: {
          target: '2[*]',
          strength: 'R',
          locations: [{ code: '1[1]', system: '3[1]', systemOid: '2[1]' }, { code: '2[1]' }],
          sets: ['SEX', 'EMPTY'],
        },
      },
      { on: on('datatype', 'CE_1'), rule: { target: '1[1]', locations: [{ code: '.' }], sets: ['HL70999'] } },
      { on: on('message', 'm1'), rule: { target: '1[1].1[1]', strength: 'U', locations: [{ code: '.' }], sets: ['SEX'] } },
    ],
    singleCodes: [
      {
        on: on('segment', 'MSH 1'),
        rule: { target: '2[*]', code: 'F', system: 'HL70001', locations: [{ code: '1[1]', system: '3[1]' }] },
      },
    ],
  },
  coConstraints: CO_CONSTRAINTS,
  slicings: [
    {
      kind: 'segments',
      message: 'm1',
      context: 'm1.RESULT',
      slicings: [
        { kind: 'assertion', position: 1, slices: [{ ref: 'OBX_2', description: 'When so', assertion: present }] },
        { kind: 'occurrence', position: 2, slices: [{ ref: 'OBX_2', occurrence: 2 }] },
      ],
    },
    {
      kind: 'fields',
      context: 'MSH 1',
      slicings: [{ kind: 'occurrence', position: 2, slices: [{ ref: 'CE_1', occurrence: 1 }] }],
    },
  ],
};
