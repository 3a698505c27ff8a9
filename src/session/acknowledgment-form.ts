import { AssertionError } from 'node:assert';
import { judgeAcknowledgment, type UsedAcknowledgmentIds } from '../conformance/acknowledgment.js';
import { expectReply } from './acknowledged.js';
import type { Session } from './session.js';
import { describeFinding } from './session.js';

/**
 * The replies to the last messages must be right as acknowledgments: MSA-2 names the message byte for byte, MSH-5/6 are
 * its sender, MSH-11 is copied, and each has an id of its own.
 */
export async function expectWellFormedAcknowledgments(session: Session, count: number): Promise<void> {
  const used: UsedAcknowledgmentIds = new Map();
  const findings = [];
  for (const exchange of session.sentLately(count)) {
    const reply = await expectReply(session, exchange);
    if (!exchange.message || !reply.message) continue;
    findings.push(...judgeAcknowledgment(exchange.message, reply.message, exchange.id, used));
  }
  const errors = findings.filter(({ classification }) => classification === 'Error');
  if (errors.length > 0) throw new AssertionError({ message: errors.map(describeFinding).join('\n') });
}
