import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { DefectList } from './defect-list.js';
import { XML_LIMITS } from './xml/parse-xml.js';

export interface SourceFile {
  /** As a person would name it: the path as given. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a path to a profile holds, before anything of it is understood. */
export type ProfileSource =
  | { readonly kind: 'yaml'; readonly file: string }
  | { readonly kind: 'xml'; readonly files: readonly SourceFile[] };

const YAML = new Set(['.yaml', '.yml']);

/** A file, or a folder: there `profile.yaml` goes before all XML files in it. Folders inside are not entered. */
export function readProfileSource(path: string, defects: DefectList): ProfileSource | undefined {
  try {
    if (!statSync(path).isDirectory()) return readOne(path, defects);
    const names = readdirSync(path).sort();
    const yaml = names.find((name) => YAML.has(extname(name)) && name.startsWith('profile.'));
    if (yaml !== undefined) return { kind: 'yaml', file: join(path, yaml) };
    return readFolder(path, names, defects);
  } catch (error) {
    unreadable(path, error, defects);
    return undefined;
  }
}

function readOne(file: string, defects: DefectList): ProfileSource | undefined {
  if (YAML.has(extname(file).toLowerCase())) return { kind: 'yaml', file };
  return { kind: 'xml', files: readFile(file, defects) };
}

function readFolder(path: string, names: readonly string[], defects: DefectList): ProfileSource | undefined {
  const files = names.filter((name) => extname(name).toLowerCase() === '.xml').map((name) => join(path, name));
  if (files.length > 0) return { kind: 'xml', files: files.flatMap((file) => readFile(file, defects)) };
  const message = 'the folder holds no profile: neither profile.yaml nor an XML file';
  defects.error(
    'no-profile',
    { file: path },
    message,
    'Name the folder that holds the files of the profile themselves.',
  );
  return undefined;
}

function readFile(file: string, defects: DefectList): readonly SourceFile[] {
  try {
    const { size } = statSync(file);
    if (size > XML_LIMITS.bytes) {
      const message = `the file has ${size} bytes; at most ${XML_LIMITS.bytes} are read`;
      defects.error('xml-too-large', { file }, message, 'Split the file: value sets may stand in several.');
      return [];
    }
    return [{ file, bytes: readFileSync(file) }];
  } catch (error) {
    unreadable(file, error, defects);
    return [];
  }
}

function unreadable(file: string, error: unknown, defects: DefectList): void {
  const reason = error instanceof Error ? error.message : String(error);
  defects.error('unreadable-file', { file }, `cannot be read: ${reason}`, 'Check the path and the right to read it.');
}
