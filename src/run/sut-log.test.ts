import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newLines, sizeOf } from './sut-log.js';

it('gives what a log has gained since, and all of one that was begun anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'engine.log');
  expect([sizeOf(file), newLines(file, 0)]).toEqual([0, undefined]);
  writeFileSync(file, 'old\n');
  const at = sizeOf(file);
  appendFileSync(file, 'new\n');
  expect(newLines(file, at)).toEqual(['new', '']);
  writeFileSync(file, 'x\n');
  expect(newLines(file, at)).toEqual(['x', '']);
});
