import type { FindingsFormat } from './findings-format.js';
import { HtmlDocument } from './html/document.js';

/** For people who were not there: one page, which loads nothing. */
export const HTML: FindingsFormat = {
  name: 'html',
  summary: 'one page to read, search and print, with every marked field',
  needsAllLines: false,
  needsFingerprints: false,
  piece: (message) => JSON.stringify(message),
  document: (facts) => new HtmlDocument(facts),
};
