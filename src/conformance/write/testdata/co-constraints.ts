import type { CoConstraintContext } from '../../model/co-constraint.js';

const MANY = Number.POSITIVE_INFINITY;

export const CO_CONSTRAINTS: readonly CoConstraintContext[] = [
    {
      message: 'm1',
      contextName: 'RESULT',
      contextPath: '2[*]',
      segmentName: 'OBX',
      segmentPath: '1[*]',
      tables: [
        {
          groupIds: [],
          rows: [
            {
              usage: 'O',
              cardinality: { min: 0, max: MANY },
              selectors: [
                {
                  kind: 'code',
                  path: '1[1]',
                  name: 'OBX-1',
                  code: 'CE',
                  system: 'L',
                  locations: [{ position: 1, code: '1[1]', system: '3[1]' }],
                },
              ],
              constraints: [
                { kind: 'plain-text', path: '2[1]', name: 'OBX-2', value: 'x' },
                {
                  kind: 'value-set',
                  path: '2[1]',
                  name: 'OBX-2',
                  bindings: [{ target: '.', strength: 'R', locations: [{ code: '1[1]', system: '3[1]' }], sets: ['SEX'] }],
                },
              ],
            },
          ],
          groups: [],
        },
        {
          condition: { description: 'Only these', assertion: { kind: 'presence', path: '1[1].2[1]' } },
          groupIds: [{ priority: 1, path: '1[1]', name: 'OBX-1' }],
          rows: [],
          groups: [
            {
              name: 'G',
              usage: 'R',
              cardinality: { min: 1, max: 1 },
              primary: { usage: 'R', cardinality: { min: 1, max: 1 }, selectors: [], constraints: [] },
              others: [{ usage: 'S', cardinality: { min: 0, max: 2 }, selectors: [], constraints: [] }],
            },
          ],
        },
      ],
    },
  ];
