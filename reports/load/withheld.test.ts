import { describe, expect, it } from 'vitest';
import { loadCharts } from './charts.js';
import { LOAD_FORMATS } from './formats.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { capacitySpecimen } from './testdata/long-runs.js';
import { withoutLateness } from './testdata/odd-results.js';
import { whyWithheld } from './withheld.js';

const LIBRARY = { script: '', style: '', licence: '' };
const known = loadSpecimen({ seconds: 5, rate: 100 }, { capacity: capacitySpecimen() });
const bare = withoutLateness(known);

describe('percentiles without lateness', () => {
  it('are withheld where none was recorded, or not for every answered message', () => {
    expect(whyWithheld(known)).toBeUndefined();
    expect(whyWithheld(bare)).toContain('was not recorded');
    const few = { ...known, lateness: { ...known.lateness, count: known.response.count - 1 } };
    expect(whyWithheld(few)).toContain('is known of');
    const { lateness: _gone, ...without } = known;
    expect(whyWithheld(without as typeof known)).toContain('was not recorded');
  });

  it('do not exist where nothing was answered', () => {
    expect(whyWithheld({ ...known, response: { ...known.response, count: 0 } })).toContain('No message was answered');
  });

  /** Response times as they are written in texts; the names of percentiles stand there all the same. */
  const figures = [known.response, known.service].flatMap(({ p50, p99, p999, max }) =>
    [p50, p99, p999, max].map((ms) => `${ms >= 100 ? Math.round(ms) : ms.toFixed(ms >= 10 ? 1 : 2)} ms`),
  );

  it.each(LOAD_FORMATS.filter(({ name }) => name !== 'ndjson'))('are in no $name', ({ write }) => {
    const judged = { ...bare, thresholds: [] };
    for (const figure of figures) expect(write(judged, LIBRARY)).not.toContain(`>${figure}`);
    for (const figure of figures) expect(write(judged, LIBRARY)).not.toContain(` ${figure}`);
  });

  it('would be there with it', () => {
    const shown = LOAD_FORMATS.filter(({ name }) => ['html', 'text', 'markdown'].includes(name));
    for (const { write } of shown) for (const figure of figures) expect(write(known, LIBRARY)).toContain(figure);
  });

  it('are drawn in no chart', () => {
    expect(loadCharts(known).map(({ id }) => id)).toEqual([
      'rate',
      'latency',
      'distribution',
      'capacity-curve',
      'in-flight',
      'errors-over-time',
    ]);
    expect(loadCharts(bare).map(({ id }) => id)).toEqual(['rate', 'in-flight', 'errors-over-time']);
  });
});
