import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../operator-error.js';
import { checkShardFile, readShards, writeShard } from './shard-files.js';
import { emptyFolder } from './testdata/pipehat.js';

/** The complaint of an action. */
function complaint(act: () => unknown): OperatorError {
  try {
    act();
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error('it did not complain');
}

describe('the file of a shard', () => {
  it('is written whole', () => {
    const file = join(emptyFolder(), 'a.json');
    checkShardFile(file);
    expect(existsSync(file)).toBe(false);
    expect(writeShard(file, 'text')).toEqual({ file });
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  it('is never written over', () => {
    const file = join(emptyFolder(), 'a.json');
    writeFileSync(file, 'the only copy');
    expect(complaint(() => checkShardFile(file))).toMatchObject({ exitCode: 2, message: `${file} is there already` });
  });

  it('is known to be impossible before anything is sent', () => {
    const file = join(emptyFolder(), 'missing', 'a.json');
    const { exitCode, message } = complaint(() => checkShardFile(file));
    expect([exitCode, message]).toEqual([3, `${file} cannot be written (ENOENT)`]);
  });

  it.runIf(existsSync('/dev/full'))('goes elsewhere when the disk is full', () => {
    const [full, instead] = [emptyFolder(), emptyFolder()];
    const file = join(full, 'a.json');
    symlinkSync('/dev/full', `${file}.unfinished`);
    expect(writeShard(file, 'text', instead)).toEqual({ file: join(instead, 'a.json'), trouble: 'ENOSPC' });
    expect(readFileSync(join(instead, 'a.json'), 'utf8')).toBe('text');
    expect(existsSync(file)).toBe(false);
  });

  it('says so where it can go nowhere', () => {
    const missing = join(emptyFolder(), 'missing');
    const { exitCode, message, remedy } = complaint(() => writeShard(join(missing, 'a.json'), 'text', missing));
    expect(exitCode).toBe(3);
    expect(message).toMatch(/cannot be written to .*a\.json \(ENOENT\), nor to .*a\.json \(ENOENT\)/);
    expect(remedy).toContain('standard output');
  });

  it('is complained of where it cannot be read, all files at once', () => {
    const folder = emptyFolder();
    const [none, other] = [join(folder, 'none.json'), join(folder, 'other.json')];
    writeFileSync(other, '{"form":"pipehat-load-sha');
    const { exitCode, message } = complaint(() => readShards([none, other]));
    expect(exitCode).toBe(2);
    expect(message).toBe(
      `--merge: ${none} cannot be read (ENOENT); ${other} is not JSON: the file is cut off, or is something else`,
    );
  });
});
