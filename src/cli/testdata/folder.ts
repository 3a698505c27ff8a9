import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for a test. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'pipehat-cli-'));

  remove(): void {
    rmSync(this.path, { recursive: true });
  }

  /** Writes a file, with the folders on the way to it, and returns its path. */
  file(name: string, bytes: Buffer): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  }

  /** What the files of a folder hold, in the order of their names. */
  contents(name: string): readonly Buffer[] {
    const folder = join(this.path, name);
    return readdirSync(folder).sort().map((file) => readFileSync(join(folder, file)));
  }
}
