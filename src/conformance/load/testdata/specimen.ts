import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProfileDefect } from '../../model/defect.js';
import type { Profile } from '../../model/profile.js';
import { loadXmlProfile } from '../load-xml-profile.js';
import type { LoadedProfile } from '../loaded-profile.js';

/** Files of a specimen by name. */
export type Specimen = Readonly<Record<string, string>>;

export function specimenFolder(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

export function specimen(name: string, ...only: readonly string[]): Specimen {
  const folder = specimenFolder(name);
  const files = readdirSync(folder).filter((file) => only.length === 0 || only.includes(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The specimen with one piece of text replaced, which must be in exactly one of its files. */
export function changed(files: Specimen, from: string, to: string): Specimen {
  const holders = Object.keys(files).filter((file) => files[file]?.includes(from));
  if (holders.length !== 1) throw new Error(`${JSON.stringify(from)} is in ${holders.length} files of the specimen`);
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replace(from, () => to)]));
}

export function load(files: Specimen): LoadedProfile {
  const sources = Object.entries(files).map(([file, text]) => ({ file, bytes: Buffer.from(text) }));
  return loadXmlProfile('specimen', sources);
}

/** The profile of a specimen that must load. */
export function loaded(files: Specimen): { readonly profile: Profile; readonly warnings: readonly ProfileDefect[] } {
  const result = load(files);
  if (result.kind === 'loaded') return result;
  throw new Error(result.defects.map(brief).join('\n'));
}

/** Severity, code, file and line of what is wrong. */
export function mistakes(files: Specimen): readonly string[] {
  const result = load(files);
  return (result.kind === 'loaded' ? result.warnings : result.defects).map(brief);
}

export function brief({ severity, code, place }: ProfileDefect): string {
  return `${severity} ${code} ${basename(place.file)}:${place.line ?? '-'}`;
}

/** Where a piece of text begins, as `brief` writes it: `a.xml:7`. */
export function placeOfText(files: Specimen, text: string): string {
  for (const [file, content] of Object.entries(files)) {
    const offset = content.indexOf(text);
    if (offset >= 0) return `${file}:${content.slice(0, offset).split('\n').length}`;
  }
  throw new Error(`${JSON.stringify(text)} is nowhere in the specimen`);
}
