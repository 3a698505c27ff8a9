import { describe, expect, it } from 'vitest';
import { markdown } from './markdown.js';
import { HOSTILE, hostile } from './testdata/hostile.js';
import { specimenRun } from './testdata/specimen.js';

describe('markdown', () => {
  const text = markdown(specimenRun());

  it('has the verdict, the counts and every scenario that did not pass', () => {
    expect(text).toContain('## Pipehat: harness error');
    expect(text).toContain('16 scenarios: 10 passed, 1 pending, 1 untestable, 1 harness error, 3 failed.');
    for (const { name, verdict } of specimenRun().scenarios) expect(text.includes(name)).toBe(verdict !== 'passed');
  });

  it('lists requirements that nothing tested', () => {
    expect(text).toMatch(/\| REQ-SEC-040 \|.*\| 0 \| untested \|/);
  });

  it('makes what comes from outside inert', () => {
    const poisoned = markdown(hostile(specimenRun()));
    expect(HOSTILE).toContain('<script>');
    expect(poisoned).not.toMatch(/<(?!br>|\/?sub>|\/?code>)/);
  });

  it('keeps every table row on one line with as many cells as its head', () => {
    const tables = markdown(hostile(specimenRun()))
      .split('\n\n')
      .filter((part) => part.startsWith('| '));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const cells = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});
