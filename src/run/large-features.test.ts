import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { largeFeatures } from './large-features.js';

it('names a feature that is too large to be read, and lets others pass', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'pipehat-features-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'small.feature'), 'Feature: small');
  writeFileSync(join(cwd, 'large.feature'), `Feature: large\n${'# x\n'.repeat(1_100_000)}`);
  expect(largeFeatures({ cwd, paths: ['small.feature:1'] })).toEqual([]);
  expect(largeFeatures({ cwd, paths: ['.'] })).toEqual([expect.stringMatching(/large\.feature: 44\d+ bytes, at most/)]);
});
