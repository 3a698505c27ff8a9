import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LoadResult } from '../../../evidence/load-result.js';
import { MAIN } from '../../testdata/project.js';

/** A folder of the test's own. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The built command in a process of its own; killed with the test. */
export class Pipehat {
  readonly #child: ChildProcess;
  readonly ended: Promise<number | null>;
  out = '';
  err = '';
  #onText: () => void = () => {};

  constructor(folder: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
    const env = { ...process.env, JOB_COMPLETION_INDEX: '', ...variables };
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env });
    this.#child = child;
    child.stdout.on('data', (data) => {
      this.out += data;
    });
    child.stderr.on('data', (data) => {
      this.err += data;
      this.#onText();
    });
    this.ended = new Promise((resolve) => child.once('close', resolve));
    onTestFinished(() => this.kill('SIGKILL'));
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves once a line like this was printed on standard error; rejects when the process ends without. */
  said(pattern: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onText = () => {
        if (pattern.test(this.err)) resolve();
      };
      this.#onText();
      void this.ended.then((code) => reject(new Error(`${pattern} was never said (exit code ${code}):\n${this.err}`)));
    });
  }

  /** What `--format json` printed; the process has ended. */
  async result(): Promise<LoadResult> {
    await this.ended;
    if (this.out === '') throw new Error(this.err);
    return JSON.parse(this.out);
  }
}
