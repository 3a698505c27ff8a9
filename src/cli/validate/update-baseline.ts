import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { AcceptedFinding, Baseline } from '../../conformance/severity/baseline.js';
import { updatedBaseline, writeBaseline } from '../../conformance/severity/write-baseline.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { ValidateOptions } from './options.js';

/** Days for which a finding is accepted where nobody says until when. */
const DAYS = 90;
const DAY_MS = 86_400_000;

/** Writes the baseline anew with everything that was found; one line that says what changed. Throws OperatorError. */
export function updateBaseline(
  baseline: Baseline,
  found: ReadonlyMap<string, AcceptedFinding>,
  today: string,
  options: Pick<ValidateOptions, 'acceptedBy' | 'reason' | 'expires'>,
): string {
  const shared = {
    who: options.acceptedBy ?? userInfo().username,
    why: options.reason ?? `found on ${today} and not looked at yet`,
    expires: options.expires ?? new Date(Date.parse(today) + DAYS * DAY_MS).toISOString().slice(0, 10),
  };
  const filled = new Map([...found].map(([name, entry]) => [name, { ...entry, ...shared }]));
  const { entries, added, dropped } = updatedBaseline(baseline, filled, today);
  write(baseline.file, writeBaseline(entries, baseline.file));
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
  return `wrote ${baseline.file}: ${count}, ${added} new, ${dropped} gone`;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new OperatorError(EXIT.infrastructure, `${file} cannot be written (${reason})`, 'choose another --baseline');
  }
}
