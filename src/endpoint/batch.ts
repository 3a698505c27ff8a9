import { mint } from '../base/mint.js';
import { encodingCharacters, STANDARD_DELIMITERS } from '../hl7/delimiters.js';
import type { Message } from '../hl7/message.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import type { Parcel } from './parcel.js';
import type { Scene } from './scene.js';

/** Several messages as one frame (chapter 2, 2.10.3), each with an acknowledgment of its own in the batch that answers. */
export function asBatch(messages: readonly Message[], scene: Scene): readonly Parcel[] {
  const plan = wholeFrame(
    batchOf(
      messages.map((message) => message.serialize()),
      messages[0],
    ),
  );
  return messages.map((message, n) => ({
    raw: message.serialize(),
    message,
    scene,
    faults: [],
    ...(n === 0 && { together: messages.length, reshape: () => plan }),
  }));
}

/** BHS, the messages, BTS. `like` lends its sender and receiver, and its control id to be changed. */
export function batchOf(messages: readonly Buffer[], like: Message | undefined, answered = ''): Buffer {
  const delimiters = like?.delimiters ?? STANDARD_DELIMITERS;
  const names = [3, 4, 5, 6].map((n) => like?.rawText(`MSH-${n}`) ?? '');
  const id = mint('B', 13, like?.controlId ?? '', messages.length, answered);
  const header = ['BHS', encodingCharacters(delimiters), ...names, '', '', '', '', id, answered];
  const line = (fields: readonly string[]): Buffer =>
    Buffer.from(
      `${fields.slice(0, fields.findLastIndex((text) => text !== '') + 1).join(delimiters.field)}\r`,
      'latin1',
    );
  return Buffer.concat([line(header), ...messages, line(['BTS', `${messages.length}`])]);
}
