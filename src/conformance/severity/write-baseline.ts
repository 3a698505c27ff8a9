import { stringify } from 'yaml';
import type { AcceptedFinding, Baseline } from './baseline.js';

/** How a baseline came to be what it is. */
export interface BaselineUpdate {
  readonly entries: readonly AcceptedFinding[];
  readonly added: number;
  /** Entries that nothing met any more. */
  readonly dropped: number;
}

/**
 * What the baseline is after a run: an entry for each finding; who, why and until when stay where the entry was there and has not
 * expired.
 */
export function updatedBaseline(
  before: Baseline,
  found: ReadonlyMap<string, AcceptedFinding>,
  today: string,
): BaselineUpdate {
  const kept = [...found.values()].map((entry) => {
    const old = before.entries.get(entry.fingerprint);
    return old !== undefined && old.expires >= today ? old : entry;
  });
  const entries = kept.sort((a, b) => order(a).localeCompare(order(b), 'en'));
  const added = entries.filter(({ fingerprint }) => !before.entries.has(fingerprint)).length;
  const dropped = [...before.entries.keys()].filter((one) => !found.has(one)).length;
  return { entries, added, dropped };
}

function order({ profile, path, code, fingerprint }: AcceptedFinding): string {
  return [profile, path, code, fingerprint].join('\n');
}

const HEADING = `# Findings that are accepted for a time. Each needs who accepts it, why, and the last day.
# "pipehat validate --baseline <this file> --update-baseline" adds what is found and takes away what is gone.
`;

/** The text of a baseline file: JSON where its name ends so, else YAML. */
export function writeBaseline(entries: readonly AcceptedFinding[], file: string): string {
  if (/\.json$/i.test(file)) return `${JSON.stringify({ accepted: entries }, undefined, 2)}\n`;
  return (
    HEADING +
    stringify({ accepted: entries }, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
  );
}
