import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../../../model/profile.js';
import { loadProfile } from '../../load-profile.js';

/** Loads YAML out of a folder of its own, with other files beside it. Gives the profile, or `line code` of what is wrong. */
export function load(yaml: string, files: Readonly<Record<string, string>> = {}): Profile | readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-yaml-'));
  try {
    for (const [name, text] of Object.entries({ 'profile.yaml': yaml, ...files })) writeFileSync(join(folder, name), text);
    const loaded = loadProfile(folder);
    if (loaded.kind === 'loaded') return loaded.profile;
    return loaded.defects.map(({ place, code, message }) => `${place.line ?? '-'} ${code}: ${message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A profile that must load. */
export function profileOf(yaml: string, files?: Readonly<Record<string, string>>): Profile {
  const loaded = load(yaml, files);
  if ('id' in loaded) return loaded;
  throw new Error(`the profile does not load:\n${loaded.join('\n')}`);
}

/** What is wrong with a profile that must not load. */
export function defectsOf(yaml: string, files?: Readonly<Record<string, string>>): readonly string[] {
  const loaded = load(yaml, files);
  if ('id' in loaded) throw new Error('the profile loads');
  return loaded;
}

/** A head for a message of 2.5.1; `rest` follows from line 6 on. */
export function site(message: string, rest: string): string {
  return `profile:\n  id: site\n  name: A site\n  hl7: 2.5.1\n  message: ${message}\n${rest}`;
}
