import { expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { findImaging, IMAGING_PROCEDURES } from './catalogue/imaging.js';
import { reportText } from './report-text.js';

it.each(IMAGING_PROCEDURES.map((procedure) => [procedure.text, procedure] as const))(
  '%s can be reported',
  (_, procedure) => {
    const normal = reportText(procedure, { random: rng(1), mode: 'normal' });
    const abnormal = reportText(procedure, { random: rng(1), mode: 'abnormal' });
    for (const report of [normal, abnormal]) {
      const text = [report.technique, ...report.findings, ...report.impression, report.addendum];
      expect(
        text.every((line) => /^[\x20-\x7e]+\.$/.test(line)),
        text.join('\n'),
      ).toBe(true);
      expect(text.join()).not.toMatch(/[{}]/);
    }
    expect(normal.impression).not.toEqual(abnormal.impression);
  },
);

it('names the side', () => {
  const report = reportText(findImaging('Knee X-ray, left, 2 views'), { random: rng(1), mode: 'normal' });
  expect(report.technique).toBe('Radiographs of the left knee.');
});

it('gives a chest X-ray three paragraphs', () => {
  expect(reportText(findImaging('Chest X-ray'), { random: rng(1), mode: 'normal' }).findings).toHaveLength(3);
});

it('is plausibly normal two times in three', () => {
  const chest = findImaging('Chest X-ray');
  const reports = Array.from({ length: 300 }, (_, i) => reportText(chest, { random: rng(i), mode: 'plausible' }));
  const clear = reports.filter(({ impression }) => impression[0] === 'No acute cardiopulmonary process.').length;
  expect(clear).toBeGreaterThan(170);
  expect(clear).toBeLessThan(230);
});

it('refuses an examination that nobody wrote phrases for', () => {
  const odd = { ...findImaging('Chest X-ray'), code: 'X', modality: 'XX' };
  expect(() => reportText(odd, { random: rng(1), mode: 'normal' })).toThrow("add 'XX CHEST' to report-phrases/");
});
