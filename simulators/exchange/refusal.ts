import type { AcknowledgmentError } from '../../src/hl7/acknowledgment.js';

/** Why a message as a whole is not accepted. An order that is refused travels under AA instead, as ORC-1 UA. */
export interface Refusal {
  readonly code: 'AE' | 'AR';
  readonly error: AcknowledgmentError;
}

type Place = NonNullable<AcknowledgmentError['location']>;

/** Content that cannot be processed: AE with a code of table 0357. */
export function refusal(code: string, text: string, location?: Place): Refusal {
  return { code: 'AE', error: { code, severity: 'E', userMessage: text, ...(location && { location }) } };
}

/** MSH-9, MSH-11 or MSH-12 not acceptable: AR. */
export function rejection(code: string, text: string, field: number): Refusal {
  const location = { segment: 'MSH', sequence: 1, field };
  return { code: 'AR', error: { code, severity: 'E', userMessage: text, location } };
}

export function unknownKey(text: string, segment: string, field: number): Refusal {
  return refusal('204', text, { segment, sequence: 1, field });
}

/** The message is well formed but does not fit what has happened so far. */
export function illegalTransition(text: string): Refusal {
  return refusal('207', text);
}
