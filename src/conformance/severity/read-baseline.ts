import type { ProfileDefect } from '../model/defect.js';
import type { AcceptedFinding, Baseline } from './baseline.js';
import { type ListEntry, readList } from './yaml-list.js';

export type BaselineResult =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

const KEYS = ['fingerprint', 'code', 'path', 'profile', 'who', 'why', 'expires'] as const;
/** Without these an entry accepts nothing. */
const NEEDED = ['fingerprint', 'who', 'why', 'expires'] as const;

/** Reads a baseline, JSON or YAML: a list `accepted`. All mistakes are reported at once. */
export function readBaseline(text: string, file: string): BaselineResult {
  const { entries, defects: broken } = readList(text, file, 'accepted', KEYS);
  const defects = [...broken, ...entries.flatMap(defectsOf)];
  if (defects.length > 0) return { kind: 'defective', defects };
  const accepted = entries.map(({ values }) => acceptedOf(values));
  return { kind: 'baseline', baseline: { file, entries: new Map(accepted.map((one) => [one.fingerprint, one])) } };
}

function acceptedOf(values: ReadonlyMap<string, string>): AcceptedFinding {
  const [fingerprint = '', code = '', path = '', profile = '', who = '', why = '', expires = ''] = KEYS.map((key) =>
    values.get(key),
  );
  return { fingerprint, code, path, profile, who, why, expires };
}

function defectsOf(entry: ListEntry): readonly ProfileDefect[] {
  const missing = NEEDED.filter((key) => !entry.values.get(key)?.trim());
  const expires = entry.values.get('expires') ?? '';
  return [
    ...missing.map((key) => defect(entry, key, `${key}-missing`, `"${key}" is missing`, REMEDIES[key])),
    ...(missing.includes('expires') || isDay(expires)
      ? []
      : [defect(entry, 'expires', 'not-a-day', `"${expires}" is no day`, REMEDIES.expires)]),
  ];
}

const REMEDIES = {
  fingerprint: '"pipehat validate --baseline <file> --update-baseline" writes entries',
  who: 'write who accepts the finding',
  why: 'write why it is accepted',
  expires: 'write the last day on which it is accepted, like 2025-12-31',
} as const;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function defect(entry: ListEntry, key: string, code: string, message: string, remedy: string): ProfileDefect {
  return { severity: 'error', code, place: entry.placeOf(key), message, remedy };
}
