import { describe, expect, it } from 'vitest';
import { xmlDefect } from '../testdata/well-formed.js';
import { compareLoad } from './compare/compare-load.js';
import { comparisonText } from './compare/text.js';
import { LOAD_FORMATS } from './formats.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { capacitySpecimen, soakSpecimen } from './testdata/long-runs.js';
import { hostileResult } from './testdata/odd-results.js';
import { loadText } from './text.js';

const LIBRARY = { script: '', style: '', licence: '' };
const evening = loadSpecimen({ seconds: 30, overload: [17] }, { warnings: ['the generator was late'] });
const search = { ...evening, name: 'how much?', thresholds: [], capacity: capacitySpecimen(), soak: soakSpecimen() };
const texts = LOAD_FORMATS.filter(({ name }) => name !== 'html');

/** After a change on purpose: `npx vitest run reports/load -u`, and read the difference. */
describe('golden specimens of load reports', () => {
  it.each(texts)('$name is as in testdata/$fileName', async ({ write, fileName }) => {
    await expect(write(evening, LIBRARY)).toMatchFileSnapshot(`testdata/${fileName}`);
  });

  it('a capacity search and a soak are as in testdata/search.txt and search.md', async () => {
    await expect(`${loadText(search)}\n`).toMatchFileSnapshot('testdata/search.txt');
    const markdown = LOAD_FORMATS.find(({ name }) => name === 'markdown')?.write(search, LIBRARY) ?? '';
    await expect(markdown).toMatchFileSnapshot('testdata/search.md');
  });

  it('a comparison is as in testdata/comparison.txt', async () => {
    const after = loadSpecimen({
      seconds: 30,
      serviceMs: 1.9,
      seed: 'after',
      refused: 0.02,
      name: 'after the upgrade',
    });
    await expect(`${comparisonText(compareLoad(evening, after))}\n`).toMatchFileSnapshot('testdata/comparison.txt');
  });
});

describe('texts from outside', () => {
  const hostile = hostileResult(search);

  it('cannot move the cursor of a terminal', () => {
    expect(loadText(hostile)).not.toContain('\u001b');
    expect(comparisonText(compareLoad(hostile, hostile))).not.toContain('\u001b');
  });

  it('leave JUnit well-formed, Markdown without tags, and NDJSON lines whole', () => {
    const written = new Map(texts.map(({ name, write }) => [name, write(hostile, LIBRARY)]));
    expect(xmlDefect(written.get('junit') ?? '')).toBeUndefined();
    expect(written.get('markdown')).not.toMatch(/<(?!\/?(code|sub)>)/);
    const lines = (written.get('ndjson') ?? '').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual([
      'load',
      ...hostile.intervals.map(() => 'interval'),
      'end',
    ]);
  });
});

describe('JUnit of a load run', () => {
  const junit = LOAD_FORMATS.find(({ name }) => name === 'junit');

  it('counts what it holds', () => {
    const text = junit?.write(evening, LIBRARY) ?? '';
    const number = (name: string): number => Number(new RegExp(`<testsuite [^>]*${name}="(\\d+)"`).exec(text)?.[1]);
    expect(number('tests')).toBe(text.match(/<testcase /g)?.length);
    expect(number('failures')).toBe(text.match(/<failure /g)?.length);
    expect(number('errors')).toBe(0);
  });

  it('is not green for a run that did not come to its end, thresholds or not', () => {
    const text = junit?.write({ ...evening, thresholds: [], outcome: 'partial' }, LIBRARY) ?? '';
    expect(text).toContain('errors="1"');
    expect(text).toContain('<error type="partial"');
    expect(text).toContain('name="nothing else is wrong" classname="evening peak"><failure');
  });
});
