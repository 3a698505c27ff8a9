import type { Message } from '../../hl7/message.js';
import type { Problem } from '../problem.js';
import { malformedFields } from './data-types.js';
import { missingFields } from './required.js';
import { misplacedSegment } from './structure.js';
import { unknownCodes } from './tables.js';

/**
 * Everything that is wrong with the content of a message (AE). Where the segments are out of order only that is said:
 * what stands in them cannot be judged.
 */
export function contentProblems(message: Message): readonly Problem[] {
  const misplaced = fragment(message) ?? misplacedSegment(message);
  if (misplaced) return [misplaced];
  const { delimiters } = message;
  return message.segments.flatMap((segment) => [
    ...forbiddenBytes(message, segment),
    ...missingFields(segment, delimiters),
    ...malformedFields(segment, delimiters),
    ...unknownCodes(segment, delimiters),
  ]);
}

/** Continuation (chapter 2, 2.10.2) is not spoken here: a fragment must not be taken for a whole message. */
function fragment(message: Message): Problem | undefined {
  const text = 'messages in fragments are not supported';
  if (message.get('DSC-1')) return { code: '100', at: { segment: 'DSC', sequence: 1 }, text };
  return message.get('MSH-14') ? { code: '100', at: { segment: 'MSH', sequence: 1, field: 14 }, text } : undefined;
}

const FORBIDDEN = [0x00, 0x1c];

/** The end block is no part of a message, and no character set here uses the zero byte: such text arrived damaged. */
function forbiddenBytes(message: Message, { name, instance, start, end }: Message['segments'][number]): Problem[] {
  const bytes = message.raw.subarray(start, end);
  const at = FORBIDDEN.map((byte) => bytes.indexOf(byte)).find((index) => index >= 0);
  if (at === undefined) return [];
  const before = bytes.toString('latin1', 0, at).split(message.delimiters.field).length - 1;
  const field = name === 'MSH' ? before + 1 : before;
  const text = 'a control character that messages cannot carry';
  return [{ code: '102', at: { segment: name, sequence: instance, ...(field > 0 ? { field } : {}) }, text }];
}
