import { describe, expect, it } from 'vitest';
import type { Chart } from './chart.js';
import { loadCharts } from './charts.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { capacitySpecimen, soakSpecimen } from './testdata/long-runs.js';

const specimen = loadSpecimen({ seconds: 20, rate: 100, overload: [7] });
const full = loadCharts({ ...specimen, capacity: capacitySpecimen(), soak: soakSpecimen() });

function chart(id: string, charts = full): Chart {
  const found = charts.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no chart ${id}`);
  return found;
}

describe('the charts of a load run', () => {
  it('have a value, or a gap, for each place of every line', () => {
    for (const { x, lines } of full) for (const line of lines) expect(line.values).toHaveLength(x.values.length);
  });

  it('have places that rise, and latencies that a logarithmic scale can hold', () => {
    for (const { x, y, lines } of full) {
      expect([...x.values]).toEqual([...new Set(x.values)].sort((a, b) => a - b));
      if (y !== 'latency') continue;
      for (const { values } of lines) for (const value of values) expect(value ?? 1).toBeGreaterThanOrEqual(0.001);
    }
  });

  it('show service and lateness wherever they show response', () => {
    expect(chart('latency').lines.map(({ label }) => label)).toEqual([
      'response max',
      'response p99',
      'response p90',
      'response p50',
      'service p99',
      'lateness p99',
    ]);
    expect(chart('distribution').lines.map(({ label }) => label)).toEqual([
      'response',
      'service',
      'queue',
      'lateness',
      'end to end',
    ]);
    expect(chart('capacity-curve').note).toContain("generator's own lateness was");
  });

  it('show the second in which the system did not keep up', () => {
    const [planned, offered, sent] = chart('rate').lines;
    expect([planned?.values[7], offered?.values[7]]).toEqual([100, 100]);
    expect(sent?.values[7]).toBe(specimen.intervals[7]?.sent);
    expect(sent?.values[7]).toBeLessThan(80);
    expect(chart('errors-over-time').lines[1]?.values[7]).toBe(specimen.intervals[7]?.dropped);
  });

  it('cross out the rates that did not hold, and place each rate once', () => {
    const { x, crosses, band } = chart('capacity-curve');
    expect(x.values).toEqual([250, 500, 1_000, 1_500, 1_750, 1_875, 1_906, 1_938, 2_000]);
    expect(crosses?.map((cross) => cross.x)).toEqual([1_938, 2_000]);
    expect(band).toMatchObject({ from: 1_905, to: 1_938, at: 1_906 });
  });

  it('have no distribution where its histogram cannot be read', () => {
    const broken = { ...specimen, lateness: { ...specimen.lateness, histogram: 'x' } };
    expect(loadCharts(broken).map(({ id }) => id)).not.toContain('distribution');
  });

  it('stay light for a run of a day', () => {
    const [interval] = specimen.intervals;
    if (interval === undefined) throw new Error('no interval');
    const intervals = Array.from({ length: 86_400 }, (_, second) => ({ ...interval, second }));
    const charts = loadCharts({ ...specimen, intervals });
    expect(chart('rate', charts).note).toContain('means of 87 seconds');
    expect(JSON.stringify(charts).length).toBeLessThan(200_000);
  });

  it('are none for a run of no seconds', () => {
    expect(loadCharts({ ...loadSpecimen({ seconds: 0 }), intervals: [] })).toEqual([]);
  });
});
