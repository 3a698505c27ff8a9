import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../config/load.js';
import { EXIT } from './exit-codes.js';
import { init } from './init/init.js';
import { projectFiles } from './init/project-files.js';
import { Recorder } from './testdata/recorder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const paths = projectFiles({ name: 'x', version: '1.0.0' }).map(({ path }) => path);

it('writes every file of a project and says what to do next', () => {
  const terminal = new Recorder();
  expect(init(join(folder, 'My Tests'), {}, terminal)).toBe(EXIT.passed);
  for (const path of paths) expect(existsSync(join(folder, 'My Tests', path)), path).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, 'My Tests', 'package.json'), 'utf8')).name).toBe('my-tests');
  expect(terminal.text).toMatch(/Next:\n {2}cd .*My Tests\n {2}npm install/);
});

it.each(['demo', 'test'])('writes a config whose environment %s has no mistakes', (environment) => {
  init(folder, {}, new Recorder());
  expect(loadConfig(join(folder, 'pipehat.config.yaml'), environment)).toMatchObject({ kind: 'config' });
});

it('writes a config whose commented keys are right as well', () => {
  init(folder, {}, new Recorder());
  const file = join(folder, 'pipehat.config.yaml');
  const uncommented = readFileSync(file, 'utf8').replace(
    /^( {4})# (?=(allow|listenHost|version|charset|processingId|acknowledgment|timeouts|connection|control):| {2}(start|stop|kill|timeout):)/gm,
    '$1',
  );
  expect(uncommented).toMatch(/^ {4}control:\n {6}start:/m);
  writeFileSync(file, uncommented);
  expect(loadConfig(file, 'test')).toMatchObject({ kind: 'config' });
});

it('overwrites nothing: names what is in the way and writes no file', () => {
  writeFileSync(join(folder, 'package.json'), 'mine');
  writeFileSync(join(folder, 'README.md'), 'mine');
  expect(() => init(folder, {}, new Recorder())).toThrow(/nothing was written: package\.json, README\.md$/);
  expect(existsSync(join(folder, 'pipehat.config.yaml'))).toBe(false);
});

it('adds what is missing with --keep', () => {
  writeFileSync(join(folder, 'package.json'), 'mine');
  expect(init(folder, { keep: true }, new Recorder())).toBe(EXIT.passed);
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('mine');
  expect(existsSync(join(folder, 'pipehat.config.yaml'))).toBe(true);
});

it('says so when a folder cannot be written', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => init(join(folder, 'file'), {}, new Recorder())).toThrow(/cannot be written \((ENOTDIR|EEXIST|ENOENT)\)/);
});
