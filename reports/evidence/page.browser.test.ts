import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch, open } from '../testdata/browser.js';
import { hostile } from '../testdata/hostile.js';
import { specimenRun } from '../testdata/specimen.js';
import { evidencePage } from './page.js';

describe.skipIf(CHROMIUM === undefined)('the evidence page in a browser, opened from disk', () => {
  let browser: Browser;
  let dir: string;
  const address = (name: string): string => pathToFileURL(join(dir, name)).href;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'pipehat-page-'));
    writeFileSync(join(dir, 'evidence.html'), evidencePage(specimenRun()));
    writeFileSync(join(dir, 'hostile.html'), evidencePage(hostile(specimenRun())));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('finds a scenario by control id, opens its message, shows the marked field, and asks no network for anything', async () => {
    const { page, requests, trouble } = await open(browser, address('evidence.html'));
    await page.locator('#search').fill('L3K9R0004');
    expect(await page.locator('.scenario:visible').count()).toBe(1);
    expect(await page.locator('#hits').textContent()).toBe('1 scenario');
    const mark = page.locator('#x34 mark.offending[data-path="OBX-11"]');
    expect(await mark.isVisible()).toBe(true);
    expect(await mark.textContent()).toBe('F');
    await page.locator('#x33 > summary').click();
    expect(await page.locator('#x33 .lines .l').first().isVisible()).toBe(true);
    expect([requests, trouble]).toEqual([[], []]);
    await page.close();
  });

  it.each([
    ['a message type', 'RDE^O11', ['s11']],
    ['a record number', '80040000', ['s7']],
    ['words of the scenario', 'truncated message', ['s15']],
    ['a requirement', 'REQ-LAB-024', ['s7']],
    ['nothing that there is', 'no such text', []],
  ])('finds scenarios by %s', async (_what, text, expected) => {
    const { page } = await open(browser, address('evidence.html'));
    await page.locator('#search').fill(text);
    const found = await page.locator('.scenario:visible').evaluateAll((cards) => cards.map((card) => card.id));
    expect(found).toEqual(expected);
    await page.close();
  });

  it('goes to the first message that holds the text on Enter', async () => {
    const { page } = await open(browser, address('evidence.html'));
    await page.locator('#search').fill('E7Q2D0001');
    await page.locator('#search').press('Enter');
    const opened = await page.locator('.message[open]:visible').evaluateAll((all) => all.map((each) => each.id));
    expect(opened).toContain('x42');
    await page.locator('#search').press('Escape');
    expect(await page.locator('.scenario:visible').count()).toBe(16);
    await page.close();
  });

  it('shows only what the chip says', async () => {
    const { page } = await open(browser, address('evidence.html'));
    await page.locator('[data-filter=failed]').click();
    expect(await page.locator('.scenario:visible').count()).toBe(3);
    await page.locator('[data-filter=""]').click();
    expect(await page.locator('.scenario:visible').count()).toBe(16);
    await page.close();
  });

  it('opens the message that a link or an arrow points at', async () => {
    const { page } = await open(browser, `${address('evidence.html')}#x3`);
    expect(await page.locator('#x3 .lines').first().isVisible()).toBe(true);
    expect(await page.locator('#x4 .lines').first().isVisible()).toBe(false);
    await page.locator('#s1 .sequence a[href="#x4"].send').click();
    expect(await page.locator('#x4 .lines').first().isVisible()).toBe(true);
    await page.close();
  });

  it('makes elements of a scenario when it is opened, and of no other', async () => {
    const { page } = await open(browser, address('evidence.html'));
    const elements = (): Promise<number> => page.locator('#s1 *').count();
    const [folded, all] = [await elements(), await page.locator('body *').count()];
    await page.locator('#s1 > summary .name').click();
    expect(await page.locator('#x1 > summary').isVisible()).toBe(true);
    const unfolded = await elements();
    expect(unfolded).toBeGreaterThan(folded + 100);
    expect(await page.locator('body *').count()).toBe(all + unfolded - folded);
    await page.close();
  });

  it('finds text across fields and escapes in what is folded, and no markup', async () => {
    const { page } = await open(browser, address('evidence.html'));
    const found = async (text: string): Promise<readonly string[]> => {
      await page.locator('#search').fill(text);
      return page.locator('.scenario:visible').evaluateAll((cards) => cards.map((card) => card.id));
    };
    expect(await found('MSH|^~\\&|')).not.toEqual([]);
    expect(await found('class=')).toEqual([]);
    expect(await found('<details')).toEqual([]);
    await page.close();
  });

  it('names the field on hover, and all fields on request', async () => {
    const { page } = await open(browser, `${address('evidence.html')}#x34`);
    const field = page.locator('#x34 .PID-3').first();
    await field.hover();
    const content = (pseudo: string): Promise<string> =>
      field.evaluate(
        (element, which) => element.ownerDocument.defaultView?.getComputedStyle(element, which).content ?? '',
        pseudo,
      );
    expect(await content('::after')).toBe('"PID-3 Patient Identifier List"');
    await page.locator('#x34 .switch input').first().check();
    expect(await content('::before')).toBe('"PID-3 Patient Identifier List"');
    await page.close();
  });

  it('is dark for who likes it dark, and turns at the button', async () => {
    const { page } = await open(browser, address('evidence.html'), { colorScheme: 'dark' });
    const background = (): Promise<string> =>
      page
        .locator('body')
        .evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor ?? '');
    expect(await background()).toBe('rgb(16, 21, 27)');
    await page.locator('#theme').click();
    expect(await background()).toBe('rgb(244, 246, 248)');
    await page.close();
  });

  it('opens everything on paper', async () => {
    const { page } = await open(browser, address('evidence.html'), { colorScheme: 'dark' });
    expect(await page.locator('#x1 .lines').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.locator('#x1 .lines').first().waitFor();
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    const colour = await page
      .locator('body')
      .evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).color);
    expect(colour).toBe('rgb(24, 33, 44)');
    await page.close();
  });

  it('can be read without script', async () => {
    const { page, requests } = await open(browser, address('evidence.html'), { javaScriptEnabled: false });
    await page.locator('#s1 > summary .name').click();
    await page.locator('#x1 > summary .type').click();
    expect(await page.locator('#x1 .lines').first().isVisible()).toBe(true);
    expect(await page.locator('#x1 .lines').first().textContent()).toContain('FRASER^Isobel');
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(requests).toEqual([]);
    await page.close();
  });

  it('is not wider than a narrow screen', async () => {
    const { page } = await open(browser, address('evidence.html'), { viewport: { width: 390, height: 800 } });
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390);
    await page.close();
  });

  it('runs nothing of what hostile texts ask for', async () => {
    const { page, requests, trouble } = await open(browser, address('hostile.html'));
    await page.locator('#unfold').click();
    expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect([requests, trouble]).toEqual([[], []]);
    await page.close();
  });
});
