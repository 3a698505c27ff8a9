import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoConfig } from '../config/demo.js';
import { runManifest } from './manifest.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-manifest-'));
  file('features/a.feature', 'Feature: A\n');
  file('features/deep/b.feature', 'Feature: B\n');
  file('profiles/adt/profile.xml', '<profile/>');
  file('other.feature', 'Feature: C\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function manifest(...paths: readonly string[]) {
  const config = demoConfig({ folder, features: [], profiles: [join(folder, 'profiles')], version: '9.9.9' });
  const link = (name: string, to: string, address: string) => ({ name, from: 'ehr', to, address, tls: false });
  return runManifest({
    config: { ...config, requirements: { 'REQ-1': 'a text' } },
    run: '2026-03-01T08-00-00Z',
    startedAt: new Date('2026-03-01T08:00:00.5Z'),
    seed: '7',
    clock: new Date('2026-03-01T09:00:00Z'),
    links: [
      link('ehr>sut', 'sut', '127.0.0.1:1'),
      link('lis>sut', 'sut', '127.0.0.1:1'),
      link('sut>ehr', 'ehr', 'x:2'),
    ],
    selection: { cwd: folder, bundledFolder: join(folder, 'none'), paths, steps: [], tags: '', dryRun: false },
    command: 'pipehat demo --seed 7',
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the manifest of a run', () => {
  it('holds the hash of every feature and every file of a profile, by its path in the project', () => {
    expect(manifest('features').hashes).toEqual({
      'features/a.feature': sha256('Feature: A\n'),
      'features/deep/b.feature': sha256('Feature: B\n'),
      'profiles/adt/profile.xml': sha256('<profile/>'),
    });
  });

  it('hashes the file of a single scenario, once', () => {
    const names = Object.keys(manifest('features/a.feature:3', 'features/a.feature:7').hashes);
    expect(names).toEqual(['features/a.feature', 'profiles/adt/profile.xml']);
  });

  it('shows that a file was exchanged', () => {
    const before = manifest('other.feature').hashes['other.feature'];
    file('other.feature', 'Feature: C, changed\n');
    expect(manifest('other.feature').hashes['other.feature']).not.toBe(before);
  });

  it('holds what is needed to repeat the run', () => {
    const root = new URL('../../package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(root, 'utf8'));
    expect(manifest('features')).toMatchObject({
      run: '2026-03-01T08-00-00Z',
      startedAt: '2026-03-01T08:00:00.500Z',
      pipehat: version,
      node: process.version,
      cucumber: expect.stringMatching(/^12\./),
      environment: 'demo',
      sut: { name: 'Pipehat demo engine', version: '9.9.9', role: 'engine', addresses: ['127.0.0.1:1'] },
      seed: '7',
      clock: '2026-03-01T09:00:00.000Z',
      timeScale: 0.05,
      requirements: { 'REQ-1': 'a text' },
      command: 'pipehat demo --seed 7',
    });
  });
});
