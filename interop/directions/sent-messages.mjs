// What foreign senders send: messages of the builders, each under a control id of its own, and what of them arrived.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../systems.mjs';

/** The second admission opens what is open already: a laboratory that keeps visits refuses it, and a tool that listens takes it. */
const SENT = ['adt-a01.2.5.1', 'orm-o01.2.5.1', 'adt-a08.2.3.1', 'adt-a01.2.5.1'];
const BUILT_ID = 'PH0000000001';

/** The messages in the order in which they are sent, written to `folder`: file, control id and text, a byte a character. */
export function writeMessages(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return SENT.map((name, n) => {
    const controlId = `FOREIGN-${n + 1}`;
    const built = readFileSync(join(root, 'src', 'messages', 'testdata', `${name}.hl7`), 'latin1');
    const message = { file: join(folder, `${n + 1}-${name}.hl7`), controlId, text: built.replace(BUILT_ID, controlId) };
    writeFileSync(message.file, message.text, 'latin1');
    return message;
  });
}

/** Undefined where every message arrived once with the text that was sent; else what is wrong. */
export function differenceOfArrived(messages, folder) {
  const arrived = readdirSync(folder).sort();
  if (arrived.length !== messages.length) return `${arrived.length} messages arrived of ${messages.length}`;
  const other = messages.find(({ text }, n) => !isText(readFileSync(join(folder, arrived[n])), text));
  return other && `${other.controlId} arrived with another text`;
}

/** Some senders write in UTF-8 what they read as 8859/1, and some leave out the last separator: the text is the same. */
function isText(bytes, text) {
  return ['latin1', 'utf8'].some((encoding) => bytes.toString(encoding).trimEnd() === text.trimEnd());
}
