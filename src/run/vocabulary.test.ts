import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readVocabulary } from './vocabulary.js';

const cwd = fileURLToPath(new URL('./testdata/', import.meta.url));

it('lists the steps with keyword, pattern, parameters and the comment above them', async () => {
  const vocabulary = await readVocabulary(cwd, [], [`${cwd.replaceAll('\\', '/')}vocabulary.steps.js`]);
  expect(vocabulary.steps).toEqual([
    {
      keyword: 'Given',
      pattern: 'the patient moves to {ward} within {int} second(s)',
      parameters: ['ward', 'int'],
      doc: 'Moves the patient, and says so by A02.',
      topic: 'vocabulary',
      source: 'vocabulary.steps.js:11',
    },
    {
      keyword: 'Then',
      pattern: '^nothing else happens$',
      parameters: [],
      doc: '',
      topic: 'vocabulary',
      source: 'vocabulary.steps.js:13',
    },
  ]);
  expect(vocabulary.parameters).toEqual([
    { name: 'int', patterns: ['-?\\d+', '\\d+'] },
    { name: 'ward', patterns: ['ward (\\d+)'] },
  ]);
});
