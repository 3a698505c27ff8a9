import type { LoadResult } from '../../src/evidence/load-result.js';
import type { ChartLibrary } from './chart-library.js';
import { loadJunit } from './junit.js';
import { loadMarkdown } from './markdown.js';
import { loadNdjson } from './ndjson.js';
import { loadPage } from './page.js';
import { loadText } from './text.js';

/** One way to show a load run. Pure: the caller writes the text to `fileName`. None holds a message or a patient value. */
export interface LoadFormat {
  readonly name: string;
  readonly fileName: string;
  /** For `--help`. */
  readonly summary: string;
  write(result: LoadResult, library: ChartLibrary): string;
}

/** Every format that Pipehat can make of a load result, but its JSON, which is the result itself. */
export const LOAD_FORMATS: readonly LoadFormat[] = [
  { name: 'html', fileName: 'load.html', summary: 'one page with charts', write: loadPage },
  { name: 'text', fileName: 'load.txt', summary: 'for a terminal', write: (result) => `${loadText(result)}\n` },
  { name: 'markdown', fileName: 'load.md', summary: 'for a CI job summary', write: loadMarkdown },
  { name: 'junit', fileName: 'load-junit.xml', summary: 'thresholds for a CI server', write: loadJunit },
  { name: 'ndjson', fileName: 'load.ndjson', summary: 'a line of JSON for each second', write: loadNdjson },
];
