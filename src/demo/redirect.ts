import type { Message } from '../hl7/message.js';
import { readCx, writeIdentifier } from './index/identifiers.js';
import type { Patients } from './index/patients.js';
import type { Splice } from './stored-message.js';

/** More repetitions of PID-3 than this are forwarded as they are. */
const MOST_IDENTIFIERS = 50;

/** Where PID-3 still says a number that was merged away, and the surviving identifier to put there. */
export function redirections(message: Message, patients: Patients): readonly Splice[] {
  return message.all('PID').flatMap((pid) => {
    const path = `PID[${pid.instance}]-3`;
    const at = message.locate(path);
    return at && at.length > 0 ? inField(message, patients, at.offset, at.length) : [];
  });
}

function inField(message: Message, patients: Patients, offset: number, length: number): readonly Splice[] {
  const { delimiters } = message;
  const texts = message.raw.toString('latin1', offset, offset + length).split(delimiters.repetition, MOST_IDENTIFIERS);
  let from = offset;
  return texts.flatMap((text) => {
    const start = from;
    from += text.length + 1;
    const identifier = readCx(text, delimiters);
    const survivor = patients.isMergedAway(identifier) ? patients.replacementOf(identifier) : undefined;
    return survivor ? [{ from: start, to: start + text.length, text: writeIdentifier(survivor, delimiters) }] : [];
  });
}
