import type { RunRecord } from '../src/evidence/run-record.js';
import { evidencePage } from './evidence/page.js';
import { runJson } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';

/** One way to show a run. Pure: the caller writes the text to `fileName` in the run's folder. */
export interface ReportFormat {
  readonly name: string;
  readonly fileName: string;
  /** For `--help`. */
  readonly summary: string;
  /** Whether the text may go where many can read it: true where it holds no message and no patient value. */
  readonly isShareable: boolean;
  write(run: RunRecord): string;
}

/** Every format that Pipehat can make from a recorded run. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    name: 'evidence',
    fileName: 'evidence.html',
    summary: 'one page for reviewers, with every message',
    isShareable: false,
    write: evidencePage,
  },
  { name: 'junit', fileName: 'junit.xml', summary: 'for a CI server', isShareable: true, write: junit },
  { name: 'markdown', fileName: 'summary.md', summary: 'for a CI job summary', isShareable: true, write: markdown },
  { name: 'json', fileName: 'run.json', summary: 'the whole run as data', isShareable: false, write: runJson },
];

/** The format of that name; undefined where there is none. */
export function reportFormat(name: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.name === name);
}
