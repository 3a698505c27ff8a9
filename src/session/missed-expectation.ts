import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Finding } from '../evidence/finding.js';
import { fieldPath, formatNistPath } from '../hl7/path.js';
import { EXPECTATION } from './expectation-category.js';
import type { FieldDifference } from './field-expectation.js';
import type { Session } from './session.js';

/** Leaves a mark on each field that was expected otherwise, so that the evidence shows the place. */
export function markDifferences(session: Session, exchange: LiveExchange, different: readonly FieldDifference[]): void {
  for (const { path, expected, actual } of different) {
    const place = formatNistPath(fieldPath(path));
    mark(session, exchange, {
      section: 'content',
      code: 'field-differs',
      path: place,
      message: `${path} is not as expected`,
      expected,
      actual,
    });
  }
}

export interface ReplyDifference {
  /** `MSA[1]-1[1]`, or the segment alone. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/** Leaves a mark on the place of the reply. */
export function markReply(session: Session, exchange: LiveExchange, difference: ReplyDifference): void {
  const { path, expected, actual } = difference;
  const message = 'the message was answered otherwise than expected';
  mark(session, exchange, { section: 'acknowledgment', code: 'answered-otherwise', path, message, expected, actual });
}

/** Leaves a mark on the place of a message that changed on its way. */
export function markChange(session: Session, exchange: LiveExchange, path: string, message: string): void {
  mark(session, exchange, { section: 'content', code: 'changed-on-the-way', path, message });
}

function mark(
  session: Session,
  exchange: LiveExchange,
  facts: Pick<Finding, 'section' | 'code' | 'message'> & Partial<Finding>,
): void {
  const finding: Finding = { classification: 'Error', category: EXPECTATION, ...facts };
  session.stage.book.finding(finding, session.scene.id, exchange);
}
