import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JournalEntry } from '../../evidence/journal-entry.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const MAIN = join(ROOT, 'dist', 'src', 'cli', 'main.js');

/** A project in a folder of its own, in which the built package and its cucumber are installed by links. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'pipehat-project-')));

  constructor() {
    this.#link('pipehat', ROOT);
    this.#link('@cucumber/cucumber', join(ROOT, 'node_modules', '@cucumber', 'cucumber'));
  }

  /** Junctions, since Windows lets nobody else make links. */
  #link(name: string, target: string): void {
    const place = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(target, place, 'junction');
  }

  pipehat(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      // One that hangs is killed, and has no exit code then.
      timeout: 55_000,
    });
    return { status, stdout, stderr };
  }

  /** The journal of the last run. */
  journal(): readonly JournalEntry[] {
    const run = readdirSync(join(this.folder, 'results')).sort().at(-1) ?? '';
    const lines = readFileSync(join(this.folder, 'results', run, 'run.ndjson'), 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as JournalEntry);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
