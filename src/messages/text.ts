import { type RawText, raw } from '../hl7/build.js';
import { STANDARD_DELIMITERS } from '../hl7/delimiters.js';
import { escapeText } from '../hl7/escape.js';

/** FT: the text escaped, each line feed the formatting command `\.br\` (2.5.1 §2.7.6). */
export function formattedText(text: string): RawText {
  const lines = text.split(/\r\n|\r|\n/).map((line) => escapeText(line, STANDARD_DELIMITERS));
  return raw(lines.join('\\.br\\'));
}
