import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

it('the vocabulary is what the built steps say', () => {
  const script = fileURLToPath(new URL('scripts/vocabulary.mjs', root));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

it('each dependency has its reason, and no reason has lost its dependency', () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(read('package.json'));
  const named = new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }));
  const rows = read('docs/dependencies.md').matchAll(/^\| (`[^|]+?) \| ([^|]*\S) \|$/gm);
  const explained = [...rows].flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect([...new Set(explained)].sort()).toEqual([...named].sort());
});

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/first-suite.md',
  'docs/your-engine.md',
  'docs/certification.md',
  'docs/extending.md',
  'docs/ci.md',
  'docs/evidence.md',
  'profiles/README.md',
])('%s links to pages that are there', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, link = '']) => new URL(link, new URL(page, root)),
  );
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
