import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from '../evidence/journal.js';

export type RunFolder =
  | { readonly kind: 'open'; readonly folder: string; readonly journal: Journal }
  | { readonly kind: 'failed'; readonly message: string; readonly remedy: string };

/** Makes the folder of a run with its journal, where the results may be written. */
export function openRunFolder(results: string, startedAt: Date): RunFolder {
  const folder = newRunFolder(results, startedAt);
  try {
    return { kind: 'open', folder, journal: new Journal(folder) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'failed',
      message: `the results cannot be written to ${results}: ${reason}`,
      remedy: 'choose another folder with --results',
    };
  }
}

/** `results/2026-05-04T09-30-00Z`, or the first free `...Z-2`, `-3` where two runs start in the same second. */
export function newRunFolder(results: string, startedAt: Date): string {
  const name = startedAt.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  let folder = join(results, name);
  for (let n = 2; existsSync(folder); n++) folder = join(results, `${name}-${n}`);
  return folder;
}

/** What others have written into the folder of a run becomes its owner's alone; Windows uses its own rights. */
export function makePrivate(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makePrivate(path);
    else if (entry.isFile()) chmodSync(path, 0o600);
  }
}

/** Closes the journal of a run that did not begin; its folder goes where nothing was recorded, and else stays. */
export function abandonRun(folder: string, journal: Journal): void {
  journal.close();
  if (statSync(journal.file).size === 0) rmSync(folder, { recursive: true });
}
