// What a part of a run found, kept in the results of the run, so that a run that was interrupted goes on where it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an earlier run of the same kind left under `name`; undefined where it left nothing. */
export function keptOf(folder, name, kind) {
  const file = fileOf(folder, name);
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  return JSON.stringify(kept.kind) === JSON.stringify(kind) ? kept.value : undefined;
}

export function keep(folder, name, kind, value) {
  writeFileSync(fileOf(folder, name), `${JSON.stringify({ kind, value })}\n`);
}

function fileOf(folder, name) {
  return join(folder, `${name}.kept.json`);
}
