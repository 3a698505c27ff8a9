import type { ValueSetLibrary } from '../../model/value-set.js';

export const LIBRARY: ValueSetLibrary = {
    sets: new Map([
      [
        'SEX',
        {
          id: 'SEX',
          name: 'Sex',
          oid: '1.2.3',
          version: '1',
          stability: 'Static',
          extensibility: 'Closed',
          contentDefinition: 'Extensional',
          noCodeText: 'none',
          codes: [
            { value: 'F', text: '', system: '', usage: 'R' },
            { value: 'M', text: 'Male', system: 'HL70001', usage: 'P' },
            { value: 'X', text: 'Any', system: '', usage: 'E', pattern: 'X\\d+' },
          ],
        },
      ],
      ['EMPTY', { id: 'EMPTY', name: 'EMPTY', codes: [] }],
    ]),
    excluded: new Set(['HL70999', 'EMPTY']),
  };
