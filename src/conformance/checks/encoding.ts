import type { Examination } from '../examination.js';
import { checkAcknowledgment } from './acknowledgment.js';
import { checkAcknowledgmentCondition } from './acknowledgment-condition.js';
import { checkCharset } from './charset.js';
import { checkControlCharacters } from './control-character.js';
import { checkEscapes } from './escape.js';
import { checkHeader } from './header.js';
import { checkNulls } from './null.js';
import { checkTruncation } from './truncation.js';

/**
 * What the reference does not look at: header, characters, escapes, nulls, truncation and acknowledgments. `bytes` are those
 * from which the tree was read. Each check is off where the mode says so.
 */
export function checkEncoding(x: Examination, bytes: Uint8Array): void {
  const { quirks } = x.mode;
  if (!quirks.headerUnchecked) {
    checkHeader(x);
    checkCharset(x, bytes);
    checkControlCharacters(x);
    checkTruncation(x);
    checkAcknowledgment(x);
    checkAcknowledgmentCondition(x);
  }
  if (!quirks.anyEscapeIsLegal) checkEscapes(x);
  if (!quirks.nullSatisfiesRequired) checkNulls(x);
}
