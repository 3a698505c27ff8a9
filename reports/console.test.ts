import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../src/evidence/journal-entry.js';
import { ConsoleProgress } from './console.js';
import { killedRun, specimenEntries, specimenRun } from './testdata/specimen.js';

function shown(options: { colours: boolean; quiet?: boolean }, entries = specimenEntries()): readonly string[] {
  const progress = new ConsoleProgress({ patientValues: true, ...options });
  return entries.flatMap((entry) => progress.take(entry));
}

describe('ConsoleProgress', () => {
  it('tells each feature once and each scenario as it ends', () => {
    const lines = shown({ colours: false });
    expect(lines.filter((line) => line === "A patient's stay")).toHaveLength(1);
    expect(lines).toContain('  \u2714 A patient is admitted to a bed  4 messages, 72 ms');
  });

  it('shows a failed step with its place, expected and actual, the nearest message and the findings', () => {
    const lines = shown({ colours: false }).join('\n');
    expect(lines).toContain(
      'Then a result for that order is filed under the first record number  features/adt/merge.feature:11',
    );
    expect(lines).toMatch(/expected 80041177\n.*actual {3}80049999/);
    expect(lines).toContain('nearest message: x24 ORU^R01 L3K9R0001');
    expect(lines).toContain('Error x24 merged-number-used PID[1]-3[1].1');
  });

  it('ends with a line that holds the number of scenarios and where the evidence is', () => {
    const last = new ConsoleProgress({ colours: false, patientValues: true })
      .finish(specimenRun(), { evidence: 'results/r/evidence.html' })
      .at(-1);
    expect(last).toContain('16 scenarios');
    expect(last).toContain('results/r/evidence.html');
  });

  it('says that a killed run is incomplete', () => {
    expect(new ConsoleProgress({ colours: false, patientValues: true }).finish(killedRun()).join('\n')).toContain(
      'incomplete',
    );
  });

  it('colours only when asked', () => {
    expect(shown({ colours: false }).join('')).not.toContain('\u001b');
    expect(shown({ colours: true }).join('')).toContain('\u001b[32m');
  });

  it('leaves out what passed when quiet', () => {
    const lines = shown({ colours: false, quiet: true }).join('\n');
    expect(lines).not.toContain('\u2714');
    expect(lines).toContain('\u2718 A corrected potassium replaces the earlier value');
  });

  it('does not let a text give orders to the terminal', () => {
    const entries = specimenEntries().map(
      (entry) => JSON.parse(JSON.stringify(entry).replaceAll('result', '\\u001b[2Jresult')) as JournalEntry,
    );
    const lines = shown({ colours: false }, entries).join('');
    expect(lines).toContain('\ufffd[2Jresult');
    expect(lines).not.toContain('\u001b');
  });

  it('tells scenarios that run side by side one after the other', () => {
    const [start, ...rest] = specimenEntries();
    const of = (id: string): readonly JournalEntry[] =>
      rest.filter((entry) => 'scenario' in entry && entry.scenario === id);
    const first = of('s1');
    const mixed = [start, ...first.slice(0, -1), ...of('s4'), ...first.slice(-1)].filter(
      (entry) => entry !== undefined,
    );
    const titles = shown({ colours: false }, mixed).filter((line) => /^ {2}\S/.test(line));
    expect(titles.map((line) => line.slice(4, 24))).toEqual(['A result for an orde', 'A patient is admitte']);
  });
});

it('names no patient unless it is told to', () => {
  const shown = (patientValues: boolean): string => {
    const progress = new ConsoleProgress({ colours: false, patientValues });
    return specimenEntries()
      .flatMap((entry) => progress.take(entry))
      .join('\n');
  };
  expect(shown(true)).toContain('80041177');
  expect(shown(false)).not.toMatch(/80041177|80049999/);
  expect(shown(false)).toMatch(/expected \[PID-3\]/);
});
