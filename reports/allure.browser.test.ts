import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALLURE_FILE, allureCommand, withoutNetwork } from './allure.js';
import { CHROMIUM, launch, open } from './testdata/browser.js';

const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.warn('SKIPPED: no Java runtime: the Allure report was not made');

describe.skipIf(!hasJava || CHROMIUM === undefined)('the Allure page in a browser, opened from disk', () => {
  let browser: Browser;
  let dir: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'pipehat-allure-'));
    const results = fileURLToPath(new URL('./testdata/allure-results', import.meta.url));
    const { args, env } = allureCommand(results, dir);
    const program = join(dirname(createRequire(import.meta.url).resolve('allure-commandline')), 'bin/allure');
    const made = spawnSync(process.execPath, [program, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`allure: ${made.stdout}${made.stderr}`);
    const file = join(dir, ALLURE_FILE);
    writeFileSync(file, withoutNetwork(readFileSync(file, 'utf8')));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('shows the scenario and what is attached to it, and asks no network for anything', async () => {
    const { page, requests } = await open(browser, `${pathToFileURL(join(dir, ALLURE_FILE)).href}#behaviors`);
    await page.getByText("A patient's stay").click();
    await page.getByText('A discharge entered by mistake is taken back').first().click();
    await page.getByText('When the EHR cancels the discharge').first().click();
    await page.getByText('ADT^A13 E7Q2A0012').first().click();
    await page.frameLocator('iframe').getByText('80049999').waitFor();
    expect(requests).toEqual([]);
    await page.close();
  });
});
