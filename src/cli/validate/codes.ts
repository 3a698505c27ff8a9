import type { FindingMeaning } from '../../../reports/findings/validated-message.js';
import type { CodeEntry } from '../../conformance/report/finding-code.js';
import { FINDING_CODES } from '../../conformance/report/finding-codes.js';
import { remedyFor } from '../../conformance/report/remedies.js';
import type { Terminal } from '../terminal.js';

const ENTRIES = Object.entries(FINDING_CODES) as readonly (readonly [string, CodeEntry])[];

/** What every code means, for reports. */
export function meanings(): readonly FindingMeaning[] {
  return ENTRIES.map(([code, { category, meaning }]) => ({ code, category, meaning, remedy: remedyFor(code) }));
}

/** Prints the catalogue of codes: as a table for people, or as data. */
export function printCodes(format: string, terminal: Terminal): void {
  const codes = ENTRIES.map(([code, entry]) => ({ code, ...entry, remedy: remedyFor(code) }));
  if (format === 'json') terminal.out(JSON.stringify({ codes }, undefined, 2));
  else for (const section of new Set(codes.map((one) => one.section))) printSection(section, terminal);
}

function printSection(section: string, terminal: Terminal): void {
  terminal.out(`${section}\n`);
  for (const [code, { section: own, category, nist, pipehat, meaning }] of ENTRIES) {
    if (own !== section) continue;
    const severity = nist === pipehat ? pipehat : `${pipehat}, in nist ${nist}`;
    terminal.out(`  ${code}  (${severity}; ${category})\n      ${meaning}\n      remedy: ${remedyFor(code)}\n`);
  }
}
