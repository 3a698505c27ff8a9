import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch, open } from '../testdata/browser.js';
import { comparisonPage } from './compare/page.js';
import { loadPage } from './page.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { capacitySpecimen, soakSpecimen } from './testdata/long-runs.js';
import { hostileResult } from './testdata/odd-results.js';

const resolve = createRequire(import.meta.url).resolve;
const text = (name: string): string => readFileSync(resolve(name), 'utf8');

/** Points of the page's canvases that have the colour of a line: charts that are empty have none. */
const INK = `[...document.querySelectorAll('.chart canvas')].map((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let coloured = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b, a] = data.slice(at, at + 4);
    if (a > 200 && Math.max(r, g, b) - Math.min(r, g, b) > 60) coloured++;
  }
  return coloured;
})`;

describe.skipIf(CHROMIUM === undefined)('pages of load runs in a browser, opened from disk', () => {
  let browser: Browser;
  let dir: string;
  const address = (name: string): string => pathToFileURL(join(dir, name)).href;
  const ink = (page: Page): Promise<readonly number[]> => page.evaluate(INK);
  const background = (page: Page): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'pipehat-load-'));
    const library = {
      script: text('uplot/dist/uPlot.iife.min.js'),
      style: text('uplot/dist/uPlot.min.css'),
      licence: text('uplot/LICENSE'),
    };
    const plain = loadSpecimen({ seconds: 40, rate: 100, overload: [17] });
    const full = { ...plain, capacity: capacitySpecimen(), soak: soakSpecimen() };
    const after = loadSpecimen({ seconds: 40, rate: 100, serviceMs: 2, seed: 'after' });
    writeFileSync(join(dir, 'load.html'), loadPage(full, library));
    writeFileSync(join(dir, 'hostile.html'), loadPage(hostileResult(full), library));
    writeFileSync(join(dir, 'comparison.html'), comparisonPage(plain, after, library));
    writeFileSync(join(dir, 'hostile-comparison.html'), comparisonPage(hostileResult(plain), after, library));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it.each([
    ['load.html', 7],
    ['comparison.html', 2],
  ])('%s draws its %d charts and asks no network for anything', async (name, count) => {
    const { page, requests, trouble } = await open(browser, address(name));
    const points = await ink(page);
    expect(points).toHaveLength(count);
    expect(Math.min(...points)).toBeGreaterThan(200);
    expect([requests, trouble]).toEqual([[], []]);
    await page.close();
  });

  it('tells the figures of the second under the pointer, in all charts over time', async () => {
    const { page } = await open(browser, address('load.html'));
    await page.locator('#rate .u-over').hover();
    const value = (chart: string, line: number): Promise<string | null> =>
      page.locator(`#${chart} .u-value`).nth(line).textContent();
    expect(await value('rate', 0)).toMatch(/^0:(19|20)$/);
    expect(await value('rate', 2)).toBe('100/s');
    expect(await value('in-flight', 0)).toBe(await value('rate', 0));
    expect(await value('latency', 2)).toMatch(/ ms$/);
    await page.close();
  });

  it('is dark for who likes it dark, turns at the button, and draws anew', async () => {
    const { page } = await open(browser, address('load.html'), { colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(16, 21, 27)');
    await page.locator('#theme').click();
    expect(await background(page)).toBe('rgb(244, 246, 248)');
    expect(await page.locator('.chart canvas').count()).toBe(7);
    await page.close();
  });

  it('prints light, in the width of paper, and leaves the screen as it was', async () => {
    const { page } = await open(browser, address('load.html'), { colorScheme: 'dark' });
    const width = (): Promise<number> => page.locator('#rate .uplot').evaluate((chart) => chart.clientWidth);
    const onScreen = await width();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(width).toBe(690);
    expect(await page.locator('#theme').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(width).toBe(onScreen);
    expect(await background(page)).toBe('rgb(16, 21, 27)');
    await page.close();
  });

  it('shows its tables without script, and no empty frames of charts', async () => {
    const { page, requests } = await open(browser, address('load.html'), { javaScriptEnabled: false });
    expect(await page.locator('#latencies tbody tr').count()).toBe(5);
    expect(await page.locator('#latencies').textContent()).toContain("the generator's own delay");
    expect(await page.locator('.chart:visible').count()).toBe(0);
    expect(await page.locator('noscript').textContent()).toContain('need JavaScript');
    expect(requests).toEqual([]);
    await page.close();
  });

  it.each(['load.html', 'comparison.html'])('%s is not wider than a narrow screen, nor than paper', async (name) => {
    const { page } = await open(browser, address(name), { viewport: { width: 390, height: 800 } });
    const wide = (): Promise<number> => page.locator('html').evaluate((root) => root.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 720, height: 900 });
    await page.emulateMedia({ media: 'print' });
    expect(await wide()).toBeLessThanOrEqual(720);
    await page.close();
  });

  it.each(['hostile.html', 'hostile-comparison.html'])(
    '%s runs nothing of what hostile texts ask for',
    async (name) => {
      const { page, requests, trouble } = await open(browser, address(name));
      expect(await page.locator('.chart canvas').count()).toBeGreaterThan(1);
      expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
      expect(await page.locator('img').count()).toBe(0);
      expect([requests, trouble]).toEqual([[], []]);
      await page.close();
    },
  );
});
