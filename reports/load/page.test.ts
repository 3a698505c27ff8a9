import { describe, expect, it } from 'vitest';
import { loadPage } from './page.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { capacitySpecimen, soakSpecimen } from './testdata/long-runs.js';
import { hostileResult } from './testdata/odd-results.js';

const LIBRARY = { script: 'var uPlot;', style: '.uplot{}', licence: 'The licence of the chart library.' };
const specimen = loadSpecimen({ seconds: 20, rate: 100, overload: [7] });

/** The words of the page, without markup. */
function words(page: string): string {
  return page
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the page of a load run', () => {
  const page = loadPage(specimen, LIBRARY);

  it('is pure', () => expect(loadPage(specimen, LIBRARY)).toBe(page));

  it('says the verdict first, then what limits it, then the rest', () => {
    const warned = words(loadPage({ ...specimen, warnings: ['the generator was late'] }, LIBRARY));
    const order = ['failed', 'thresholds broken', 'The generator was late.', 'response p99', 'Threshold', 'Latency'];
    const places = order.map((text) => warned.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('holds what a reader without script needs', () => {
    for (const text of [
      'from the intended instant',
      'ORU^R01',
      'application reject',
      'K7Q0000000000000311',
      'specimen',
    ]) {
      expect(words(page)).toContain(text);
    }
    expect(words(page)).toContain('The charts need JavaScript');
  });

  it('names the licence of the chart library', () => expect(page).toContain(LIBRARY.licence));

  it('refuses a chart library that would end its own script', () => {
    expect(() => loadPage(specimen, { ...LIBRARY, script: '"</script>"' })).toThrow('holds a tag');
  });

  it('says that no far end was watched', () => {
    const { ledger: _none, ...unwatched } = specimen;
    expect(words(loadPage(unwatched, LIBRARY))).toContain('No far end was watched');
  });

  it('shows a search for the capacity and a long run where there was one', () => {
    expect(page).not.toContain('id="capacity"');
    const long = words(loadPage({ ...specimen, capacity: capacitySpecimen(), soak: soakSpecimen() }, LIBRARY));
    for (const text of ['up to 1,906/s', 'it held again within 3.4 s', 'memory of the system', 'rising']) {
      expect(long).toContain(text);
    }
  });

  it('makes everything that comes from outside inert', () => {
    const hostile = loadPage(hostileResult(specimen), LIBRARY);
    expect(hostile).not.toContain('<img');
    expect(hostile.match(/<script/g)).toHaveLength(3);
  });

  it('can be made of a run that could not reach anything', () => {
    const nothing = loadSpecimen({ seconds: 0 }, { outcome: 'unreachable', thresholds: [], intervals: [] });
    expect(words(loadPage(nothing, LIBRARY))).toContain('unreachable');
    expect(words(loadPage(nothing, LIBRARY))).toContain('No message was answered');
  });
});
