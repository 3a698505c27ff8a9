import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch, open } from '../../reports/testdata/browser.js';
import { EXIT } from './exit-codes.js';
import { MAIN } from './testdata/project.js';

const MINUTE_MS = 60_000;
/** What a page of other people's names may never run. */
const SCRIPT = '<script>alert(1)</script>';

let results: string;
let page: string;

beforeAll(() => {
  results = mkdtempSync(join(tmpdir(), 'pipehat-hostile-'));
  const feature = 'features/security/hostile-content.feature';
  const args = ['demo', feature, '--no-allure', '--results', results];
  const { status, stdout } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  expect(status, stdout).toBe(EXIT.passed);
  page = join(results, readdirSync(results)[0] ?? '', 'evidence.html');
}, MINUTE_MS);
afterAll(() => rmSync(results, { recursive: true, force: true }));

describe('the evidence of messages that are meant to do harm', () => {
  it('holds them as text', () => {
    const html = readFileSync(page, 'utf8');
    expect(html).not.toContain(SCRIPT);
    expect(html).toContain('&lt;script&gt;alert(1)');
  });

  it.skipIf(CHROMIUM === undefined)(
    'runs nothing of them in a browser, loads nothing and shows them all',
    { timeout: MINUTE_MS },
    async () => {
      const browser = await launch();
      try {
        const { page: shown, requests, trouble } = await open(browser, pathToFileURL(page).href);
        await shown.locator('details').evaluateAll((all) => {
          for (const each of all) Object.assign(each, { open: true });
        });
        expect(await shown.locator('body').textContent()).toContain(SCRIPT);
        expect([requests, trouble]).toEqual([[], []]);
      } finally {
        await browser.close();
      }
    },
  );
});
