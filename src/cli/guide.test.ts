import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Reader } from './testdata/guide.js';

const docs = new URL('../../docs/', import.meta.url);
const read = (page: string): string => readFileSync(new URL(page, docs), 'utf8');
const pages = readdirSync(docs).filter((name) => name.endsWith('.md') && read(name).includes('```console'));

const MINUTES_MS = 60_000;

/** Reads a page in a project of its own; resolves with the commands that were run. */
async function followed(page: string): Promise<readonly string[]> {
  const reader = new Reader();
  try {
    await reader.read(page);
    return reader.run;
  } finally {
    reader.leave();
  }
}

describe('every command that the guide shows works as it is pasted', () => {
  it('on all of its pages', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['first-suite.md', 'your-engine.md', 'certification.md', 'extending.md', 'validating.md']),
    );
  });

  // Side by side, since most of a page is waiting: no two have a folder or a port in common.
  it.concurrent.each(pages)('%s', { timeout: 6 * MINUTES_MS }, async (page) => {
    expect(await followed(read(page))).not.toEqual([]);
  });
});

describe('the reader of the guide notices', () => {
  it.each([
    ['a command that fails', '```console\n$ npx pipehat report nowhere\n```\n', /exit code 2, expected 0/],
    ['a command that should fail', '```console exit=1\n$ npx pipehat steps --help\n```\n', /exit code 0, expected 1/],
    ['a command that is not ours', '```console\n$ curl example.org\n```\n', /nobody tests: curl/],
    [
      'a file that is shown otherwise than it is',
      '```json package.json shown\n{ "name": 1 }\n```\n',
      /otherwise than it is/,
    ],
    ['a command that should go on running', '```console running\n$ npx pipehat report nowhere\n```\n', /ended with 2/],
  ])('%s', async (_, page, what) => {
    await expect(followed(page)).rejects.toThrow(what);
  });
});

it('the scenario in the README runs', { timeout: MINUTES_MS }, async () => {
  const [, scenario = ''] = /```gherkin\n([\s\S]*?)```/.exec(read('../README.md')) ?? [];
  const feature = `Feature: The one in the README\n${scenario}`;
  const command = '$ npx pipehat test features/readme.feature';
  await followed(`\`\`\`gherkin features/readme.feature\n${feature}\`\`\`\n\`\`\`console\n${command}\n\`\`\`\n`);
});

it('the code on the page is that of the examples, and each plan is named on its page', () => {
  for (const name of readdirSync(new URL('examples/', docs))) {
    if (name.endsWith('.yaml')) expect(read('load.md')).toContain(`docs/examples/${name}`);
    else expect(read('extending.md')).toContain(read(`examples/${name}`).trim());
  }
});
