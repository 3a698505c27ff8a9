import { expect, it } from 'vitest';
import type { Vocabulary } from '../run/vocabulary.js';
import { asMarkdown, asText } from './steps/print.js';

const step = { keyword: 'When', parameters: [], doc: '', source: 'steps/adt.js:1' } as const;
const vocabulary: Vocabulary = {
  steps: [
    { ...step, pattern: 'the EHR admits the patient to {string}', topic: 'adt', doc: 'A01 | bed' },
    { ...step, keyword: 'step', pattern: '^either|or$', topic: 'adt' },
    { ...step, keyword: 'Then', pattern: 'it is accepted', topic: 'acknowledgment' },
  ],
  parameters: [
    { name: 'code', patterns: ['[A-Z]|\\d+'] },
    { name: 'system', patterns: ['EHR|LIS', 'RIS'] },
    { name: 'int', patterns: ['-?\\d+'] },
  ],
};

it('prints topics, sentences and what they mean', () => {
  expect(asText(vocabulary)).toBe(
    [
      'adt',
      '  When the EHR admits the patient to {string}',
      '      A01 | bed',
      '  * ^either|or$',
      '',
      'acknowledgment',
      '  Then it is accepted',
    ].join('\n'),
  );
});

it('makes a page whose tables survive bars and which names no line', () => {
  const page = asMarkdown(vocabulary);
  expect(page).toContain('| `When the EHR admits the patient to {string}` | A01 \\| bed |');
  expect(page).toContain('| `* ^either\\|or$` |  |');
  expect(page).toContain('| `{system}` | `EHR`, `LIS`, `RIS` |');
  expect(page).toContain('| `{int}` | a whole number |');
  expect(page).toContain('| `{code}` | `[A-Z]\\|\\d+` |');
  expect(page).not.toMatch(/adt\.js/);
});
