import type { AcknowledgmentCondition } from './acknowledgment-condition.js';
import type { Message } from './message.js';

/** When a message asks for its accept acknowledgment (MSH-15) and for its application acknowledgment (MSH-16). */
export interface AcknowledgmentRequest {
  readonly accept: AcknowledgmentCondition;
  readonly application: AcknowledgmentCondition;
}

const CONDITIONS: readonly AcknowledgmentCondition[] = ['AL', 'NE', 'ER', 'SU'];

/**
 * What the header asks for in enhanced mode; undefined in original mode, where both fields are empty (chapter 2, 2.9.2). Where one
 * of the two is empty it counts as NE; a word that table 0155 does not have counts as AL.
 */
export function acknowledgmentRequest(message: Message): AcknowledgmentRequest | undefined {
  const [accept, application] = [message.get('MSH-15') ?? '', message.get('MSH-16') ?? ''];
  if (accept === '' && application === '') return undefined;
  return { accept: condition(accept), application: condition(application) };
}

function condition(word: string): AcknowledgmentCondition {
  return word === '' ? 'NE' : (CONDITIONS.find((known) => known === word) ?? 'AL');
}

/** The message with MSH-15 and MSH-16 set. */
export function asking(message: Message, { accept, application }: AcknowledgmentRequest): Message {
  return message.with('MSH-15', accept).with('MSH-16', application);
}
