import { describe, expect, it } from 'vitest';
import { fold } from './fold.js';
import { requirementMatrix, verdictCounts } from './tally.js';
import { manifest, scenarioFinished, scenarioStarted } from './testdata/entries.js';

const requirements = { 'REQ-A': 'Admit', 'REQ-B': 'Never tried' };
const run = fold([
  { kind: 'run-started', manifest: manifest({ requirements }) },
  scenarioStarted('s1', [], ['@REQ-A']),
  scenarioFinished('s1', 'passed'),
  scenarioStarted('s2', [], ['@REQ-A', '@REQ-C']),
  scenarioFinished('s2', 'failed'),
  scenarioStarted('s3', [], ['@REQ-C']),
  scenarioFinished('s3', 'pending'),
]);

describe('requirementMatrix', () => {
  it('gives each requirement the worst verdict of its scenarios, and shows what was never tried', () => {
    const rows = requirementMatrix(run).map((row) => [row.id, row.text, row.verdict, row.scenarios.map((s) => s.id)]);
    expect(rows).toEqual([
      ['REQ-A', 'Admit', 'failed', ['s1', 's2']],
      ['REQ-B', 'Never tried', 'untested', []],
      ['REQ-C', undefined, 'failed', ['s2', 's3']],
    ]);
  });
});

describe('verdictCounts', () => {
  it('counts every verdict, also those that nobody has', () => {
    expect(verdictCounts(run.scenarios)).toEqual({
      passed: 1,
      failed: 1,
      pending: 1,
      untestable: 0,
      'harness-error': 0,
    });
  });
});
