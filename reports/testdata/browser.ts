import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The system's Chromium; undefined, and said so, where there is none. */
export const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place));
if (CHROMIUM === undefined) console.warn('SKIPPED: no Chromium (set CHROMIUM to its path): no report was opened in a browser');

const FLAGS = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('no Chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
}

/** A page opened from disk, with what it tried to load and what went wrong. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses other than the page itself; data inside the page is not counted. */
  readonly requests: string[];
  /** Script errors, refusals of the content security policy, and dialogs. */
  readonly trouble: string[];
}

export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  const requests: string[] = [];
  const trouble: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.split('#')[0] === address.split('#')[0]) return route.continue();
    requests.push(url);
    return route.abort();
  });
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url.split('#')[0] === address.split('#')[0] || /^(data|blob|about):/.test(url);
    if (!isOwn && !requests.includes(url)) requests.push(url);
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, requests, trouble };
}
