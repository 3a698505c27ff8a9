import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const page = readFileSync(new URL('docs/dependencies.md', root), 'utf8');

/** Names in backticks in the first column of the tables. */
const explained = page
  .split('\n')
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]))
  .sort();

describe('docs/dependencies.md', () => {
  it('gives each dependency its reason, and names none that is not there', () => {
    const { dependencies, devDependencies, peerDependencies } = manifest;
    const used = Object.keys({ ...devDependencies, ...dependencies, ...peerDependencies }).sort();
    expect(explained).toEqual(used);
  });
});
