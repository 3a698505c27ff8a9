import type { Message } from '../../hl7/message.js';
import type { ErrorCode, Problem } from '../problem.js';
import { isKnownCode, structureOf } from './structures.js';

/** MSH-11: a test system takes nothing that claims to be production or debugging. */
const PROCESSING_ID = 'T';

const VERSIONS = new Set([
  '2.1',
  '2.2',
  '2.3',
  '2.3.1',
  '2.4',
  '2.5',
  '2.5.1',
  '2.6',
  '2.7',
  '2.7.1',
  '2.8',
  '2.8.1',
  '2.8.2',
  '2.9',
]);

/** Why a message is not even looked at (AR): chapter 2, 2.9.2.1, in its order MSH-9, MSH-12, MSH-11. */
export function unacceptable(message: Message): Problem | undefined {
  const { code, trigger } = message.type;
  if (!isKnownCode(code)) return problem('200', 9, 'this engine does not know the message type', 1);
  if (!structureOf(code, trigger)) return problem('201', 9, `this engine does not know the event for ${code}`, 2);
  if (!VERSIONS.has(message.get('MSH-12') ?? '')) return problem('203', 12, 'this engine does not know the version');
  if (message.get('MSH-11') !== PROCESSING_ID) return problem('202', 11, `the processing id here is ${PROCESSING_ID}`);
  return undefined;
}

function problem(code: ErrorCode, field: number, text: string, component?: number): Problem {
  return { code, at: { segment: 'MSH', sequence: 1, field, ...(component === undefined ? {} : { component }) }, text };
}
