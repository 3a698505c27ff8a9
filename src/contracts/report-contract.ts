import type { ReportFormat } from '../../reports/index.js';
import { frozen } from '../../simulators/contract/frozen.js';
import type { RunRecord } from '../evidence/run-record.js';
import { demandNone } from './broken-contract.js';
import { patientValues, specimenRuns } from './specimen-run.js';

/** What makes a browser fetch something as soon as a page is opened. */
const FETCHES =
  /<(?:script|img|iframe|link|source|video|audio)\b[^>]*\s(?:src|href)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\/|@import\b/i;

/**
 * A report format gives a text for every run, also for one that was killed or in which nothing ran, the same each time,
 * leaves the record as it is, fetches nothing when it is opened, and names no patient where it says that it is shareable.
 * Throws AssertionError where not.
 */
export function reportContract(format: ReportFormat): void {
  const problems = Object.entries(specimenRuns()).flatMap(([name, run]) =>
    written(format, run).map((problem) => `${name}: ${problem}`),
  );
  demandNone(`the report format "${format.name}"`, problems);
}

function written(format: ReportFormat, run: RunRecord): readonly string[] {
  try {
    const text = format.write(frozen(run));
    return [
      ...(text.trim() === '' ? ['it is empty'] : []),
      ...(text === format.write(run) ? [] : ['it is another text the second time']),
      ...(FETCHES.test(text) ? ['it contacts a network when it is opened'] : []),
      ...(format.isShareable ? leaks(text) : []),
    ];
  } catch (error) {
    return [`it threw: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function leaks(text: string): readonly string[] {
  const named = patientValues().filter((value) => text.includes(value));
  return named.length === 0 ? [] : [`it is shareable, and holds values of the patient: ${named.join(', ')}`];
}
