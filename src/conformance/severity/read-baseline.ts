import { z } from 'zod';
import { reading, section, text } from '../../base/written.js';
import type { ProfileDefect } from '../model/defect.js';
import type { Baseline } from './baseline.js';
import { readFileOf } from './read-file.js';

export type BaselineResult =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/** Reads a baseline, JSON or YAML: a list `accepted`. */
export function readBaseline(content: string, file: string): BaselineResult {
  const result = readFileOf(content, file, BASELINE);
  if (result.kind === 'defective') return result;
  const entries = result.value.accepted.map((entry) => [entry.fingerprint, entry] as const);
  return { kind: 'baseline', baseline: { file, entries: new Map(entries) } };
}

const day = reading<string>((value) => {
  if (isDay(value)) return { value };
  return { what: `"${value}" is no day`, remedy: 'write the last day on which it is accepted, like 2025-12-31' };
});

const fingerprint = reading<string>((value) => {
  if (/^[0-9a-f]{16}$/.test(value)) return { value };
  return {
    what: `"${value}" is no fingerprint`,
    remedy: '"pipehat validate --baseline <file> --update-baseline" writes the entries',
  };
});

/** What names the finding for people may be left out. */
const shown = text.optional().transform((value) => value ?? '');

const ENTRY = section({ fingerprint, code: shown, path: shown, profile: shown, who: text, why: text, expires: day });

const BASELINE = section({ accepted: z.array(ENTRY).default([]) });

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
