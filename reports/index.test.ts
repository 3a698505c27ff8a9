import { describe, expect, it } from 'vitest';
import { fold } from '../src/evidence/fold.js';
import { REPORT_FORMATS, reportFormat } from './index.js';
import { hostile } from './testdata/hostile.js';
import { killedRun, MANIFEST, specimenRun } from './testdata/specimen.js';

const nothingRan = fold([
  { kind: 'run-started', manifest: MANIFEST },
  { kind: 'run-finished', verdict: 'passed', interrupted: false, at: '2025-03-11T09:30:01Z' },
]);

describe.each(REPORT_FORMATS)('$name', (format) => {
  it('is pure: the same run gives the same text', () => {
    expect(format.write(specimenRun())).toBe(format.write(specimenRun()));
  });

  it('says that a killed run is incomplete', () => {
    const said = format.name === 'json' ? '"complete": false' : 'This run is incomplete';
    expect(format.write(killedRun())).toContain(said);
    expect(format.write(specimenRun())).not.toContain(said);
  });

  it('can be made of a run in which nothing ran, and does not call it passed', () => {
    const text = format.write(nothingRan);
    expect(text).toContain(format.name === 'junit' ? 'Nothing ran' : 'untestable');
  });

  it('can be made of a journal that lost its first line', () => {
    const text = format.write(fold([{ kind: 'run-finished', verdict: 'failed', interrupted: true, at: '' }], 3));
    expect(text).toContain('unknown');
  });

  it('can be made of a run whose every text is hostile', () => {
    expect(format.write(hostile(specimenRun())).length).toBeGreaterThan(1_000);
  });
});

describe('the list of formats', () => {
  it('has no name and no file twice', () => {
    expect(new Set(REPORT_FORMATS.map((format) => format.name)).size).toBe(REPORT_FORMATS.length);
    expect(new Set(REPORT_FORMATS.map((format) => format.fileName)).size).toBe(REPORT_FORMATS.length);
  });

  it('is found by name', () => {
    expect(reportFormat('junit')?.fileName).toBe('junit.xml');
    expect(reportFormat('pdf')).toBeUndefined();
  });

  it('keeps patient values out of what may be shared', () => {
    for (const format of REPORT_FORMATS) {
      const text = format.write(specimenRun());
      const found = ['FRASER', "O'BRIEN", '80041177', '80049999', '19480229', 'Rosemount', 'V5500231'].filter((value) =>
        text.includes(value),
      );
      expect(found.length > 0, format.name).toBe(!format.isShareable);
    }
  });
});
