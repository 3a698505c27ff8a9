import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch, open } from '../../testdata/browser.js';
import { HTML } from '../html.js';
import { FACTS, failed, finding, passed, SUMMARY } from '../testdata/specimen.js';
import { written } from '../testdata/written.js';

const HOSTILE = '<img src=x onerror="globalThis.pwned=1"></script><script>globalThis.pwned=1</script>';

describe.skipIf(CHROMIUM === undefined)('the page of findings in a browser, opened from disk', () => {
  let browser: Browser;
  let folder: string;
  const address = (name: string): string => pathToFileURL(join(folder, name)).href;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pipehat-findings-'));
    const other = failed({
      source: 'in/other.hl7',
      controlId: 'OTHER-7',
      findings: [finding('extra-element', 'PV1[1]-3[1].5', 4, 9)],
    });
    writeFileSync(
      join(folder, 'page.html'),
      written(HTML, [failed(), other, passed()], FACTS, { ...SUMMARY, messages: 3 }),
    );
    const hostile = failed({
      source: HOSTILE,
      controlId: HOSTILE,
      lines: [`PID|1|${HOSTILE}`],
      findings: [finding(HOSTILE, 'PID[1]-2[1]', 1, 7, { message: HOSTILE, actual: HOSTILE, note: HOSTILE })],
    });
    writeFileSync(join(folder, 'hostile.html'), written(HTML, [hostile]));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the verdict, each kind of finding, and the message with its marked fields, and asks no network', async () => {
    const { page, requests, trouble } = await open(browser, address('page.html'));
    expect(await page.locator('#verdict .big').textContent()).toBe('failed');
    expect(await page.locator('.kinds tbody tr').count()).toBe(5);
    const mark = page.locator('#m1 mark.offending[data-path="PID-8"]');
    expect(await mark.isVisible()).toBe(true);
    expect(await mark.textContent()).toBe('X');
    expect(await page.locator('#m1 .note.bad').first().textContent()).toContain('Also at PID[1]-3[2].4');
    expect(await page.locator('#m1 .followers').textContent()).toContain('predicate-failed');
    expect(await page.locator('#messages').textContent()).toContain('1 message without findings');
    expect([requests, trouble]).toEqual([[], []]);
    await page.close();
  });

  it.each([
    ['a control id', 'OTHER-7', ['m2']],
    ['a code', 'code-not-found', ['m1']],
    ['text of a message', 'amelia', ['m1', 'm2']],
    ['nothing that there is', 'no such text', []],
  ])('finds messages by %s', async (_, text, expected) => {
    const { page } = await open(browser, address('page.html'));
    await page.locator('#search').fill(text);
    const found = await page.locator('.scenario:visible').evaluateAll((cards) => cards.map((card) => card.id));
    expect(found).toEqual(expected);
    await page.close();
  });

  it('goes to the first place of a kind of finding', async () => {
    const { page } = await open(browser, address('page.html'));
    await page.locator('#m2 > summary').click();
    await page.locator('.kinds a[href="#m2"]').first().click();
    expect(await page.locator('#m2 .lines').isVisible()).toBe(true);
    await page.close();
  });

  it('is dark for who likes it dark, and light on paper, where all is open', async () => {
    const { page } = await open(browser, address('page.html'), { colorScheme: 'dark' });
    const style = (name: 'color' | 'backgroundColor'): Promise<string> =>
      page
        .locator('body')
        .evaluate((body, which) => body.ownerDocument.defaultView?.getComputedStyle(body)[which] ?? '', name);
    expect(await style('backgroundColor')).toBe('rgb(16, 21, 27)');
    await page.locator('#theme').click();
    expect(await style('backgroundColor')).toBe('rgb(244, 246, 248)');
    await page.locator('#m1 > summary').click();
    expect(await page.locator('#m1 .lines').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#m1 .lines').isVisible()).toBe(true);
    expect(await style('color')).toBe('rgb(24, 33, 44)');
    await page.close();
  });

  it('can be read without script, and on a narrow screen', async () => {
    const { page } = await open(browser, address('page.html'), {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    expect(await page.locator('#m1 .lines').isVisible()).toBe(true);
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390);
    await page.close();
  });

  it('runs nothing of what hostile texts ask for', async () => {
    const { page, requests, trouble } = await open(browser, address('hostile.html'));
    await page.locator('#unfold').click();
    expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect([requests, trouble]).toEqual([[], []]);
    await page.close();
  });
});
