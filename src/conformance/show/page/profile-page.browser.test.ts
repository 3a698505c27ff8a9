import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch, open } from '../../../../reports/testdata/browser.js';
import { profileOf, site } from '../../load/yaml/testdata/load.js';
import { profilePage } from './profile-page.js';

const YAML = site(
  'ADT^A01^ADT_A01',
  `elements:
  PID-3: { usage: R, requirement: REQ-77, text: Our own words }
  PID-8: { values: [F, M] }
`,
);

describe.skipIf(CHROMIUM === undefined)('the page of a profile in a browser, opened from disk', () => {
  let browser: Browser;
  let folder: string;
  const address = (hash = ''): string => pathToFileURL(join(folder, 'profile.html')).href + hash;
  const shown = (page: Page, label: string) => page.locator(`main .row > .label:visible:text-is("${label}")`).count();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pipehat-profile-'));
    writeFileSync(join(folder, 'profile.html'), profilePage(profileOf(YAML)));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('unfolds segments and what is in their fields, and asks no network for anything', async () => {
    const { page, requests, trouble } = await open(browser, address());
    expect(await shown(page, 'PID-3')).toBe(0);
    await page.locator('#segment-PID > summary').click();
    expect(await shown(page, 'PID-3')).toBe(1);
    expect(await shown(page, 'PID-3.4')).toBe(0);
    await page.locator('#segment-PID .row > .label:text-is("PID-3")').click();
    expect(await shown(page, 'PID-3.4')).toBe(1);
    expect([requests, trouble]).toEqual([[], []]);
    await page.close();
  });

  it('finds what is searched, with what is around it and nothing else', async () => {
    const { page } = await open(browser, address());
    await page.locator('#search').fill('req-77');
    await page.locator('#hits:text("1 place")').waitFor();
    expect(await shown(page, 'PID-3')).toBe(1);
    expect(await shown(page, 'PID-5')).toBe(0);
    expect(await page.locator('#segment-PV1').isVisible()).toBe(false);
    await page.locator('#search').press('Escape');
    expect(await page.locator('#segment-PV1').isVisible()).toBe(true);
    expect(await shown(page, 'PID-3')).toBe(0);
    await page.close();
  });

  it('shows only what is demanded', async () => {
    const { page } = await open(browser, address());
    await page.locator('#special').check();
    expect(await shown(page, 'PID-3')).toBe(1);
    expect(await shown(page, 'PID-6')).toBe(0);
    await page.close();
  });

  it('opens what a link points at', async () => {
    const { page } = await open(browser, address('#segment-PID'));
    expect(await shown(page, 'PID-3')).toBe(1);
    await page.locator('a[href="#set-PID-8"]').click();
    expect(await page.locator('#set-PID-8 td:visible').first().textContent()).toBe('F');
    await page.close();
  });

  it('prints with all segments unfolded, and without the search', async () => {
    const { page } = await open(browser, address());
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await shown(page, 'PID-3')).toBe(1);
    expect(await page.locator('nav').isVisible()).toBe(false);
    await page.close();
  });

  it('does not scroll sideways on a narrow screen', async () => {
    const { page } = await open(browser, address('#segment-PID'), { viewport: { width: 420, height: 900 } });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  });
});
