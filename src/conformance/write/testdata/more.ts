import type { Profile } from '../../model/profile.js';
import type { SegmentDefinition } from '../../model/structure.js';
import { EVERYTHING, field, on } from './everything.js';

const MANY = Number.POSITIVE_INFINITY;

/** What only Pipehat's own form can say, besides. */
export const MORE: Profile = {
  ...EVERYTHING,
  form: 'yaml',
  type: 'Implementation',
  acknowledgment: { accept: 'NE', application: 'AL', mode: 'Immediate' },
  messages: [
    ...EVERYTHING.messages,
    {
      id: 'm3',
      type: 'ORM',
      event: 'O01',
      structure: 'ORM_O01',
      description: '',
      children: [
        {
          kind: 'choice',
          name: 'A|B',
          position: 1,
          usage: 'R',
          cardinality: { min: 1, max: 1 },
          alternatives: [
            { kind: 'segment', ref: 'OBX_1', position: 1, usage: 'R', cardinality: { min: 1, max: 1 } },
            { kind: 'segment', ref: 'OBX_2', position: 1, usage: 'R', cardinality: { min: 1, max: 1 } },
          ],
        },
        {
          kind: 'segment',
          ref: 'OBX_1',
          position: 2,
          usage: 'C',
          outcome: { whenTrue: 'R', whenFalse: 'X' },
          cardinality: { min: 0, max: 1 },
          description: 'Words',
          requirement: 'REQ-1',
        },
      ],
    },
  ],
  segments: new Map<string, SegmentDefinition>([
    ...EVERYTHING.segments,
    [
      'ZZZ',
      {
        id: 'ZZZ',
        name: 'ZZZ',
        description: 'ZZZ',
        fields: [
          { position: 1, name: '', usage: 'O', cardinality: { min: 0, max: 1 }, datatype: 'ST_1', minLength: 3 },
          field(2, 'Any', {
            usage: 'C',
            outcome: { whenTrue: 'R', whenFalse: 'O' },
            description: 'Words: of our own\nin two lines',
            requirement: 'REQ-2',
            examples: ['x', 'y'],
            maxLength: MANY,
          }),
        ],
        mappings: [],
      },
    ],
  ]),
  rules: {
    ...EVERYTHING.rules,
    predicates: [
      ...EVERYTHING.rules.predicates,
      {
        on: on('segment', 'ZZZ'),
        rule: { kind: 'predicate', description: 'in words only', target: '2[1]', whenTrue: 'R', whenFalse: 'O' },
      },
    ],
    bindings: [
      ...EVERYTHING.rules.bindings,
      { on: on('segment', 'ZZZ'), rule: { target: '1[*]', locations: [], sets: ['SEX'], requirement: 'REQ-3' } },
    ],
  },
};
