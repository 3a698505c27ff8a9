import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import type { Finding } from '../evidence/finding.js';
import { expectArrival } from './arrival.js';
import { EXPECTATION } from './expectation-category.js';
import { describeFinding, type Session } from './session.js';
import { HarnessError } from './trouble.js';

/** One message of an exchange and the findings about it. */
interface Judged {
  readonly exchange: LiveExchange;
  readonly findings: readonly Finding[];
}

/** The message of that type that reached a system meets the profile of that id. */
export async function expectConformity(session: Session, at: Role, type: string, profile: string): Promise<void> {
  const exchange = await arrived(session, at, type);
  mustHaveNoError(session, { exchange, findings: byProfile(session, profile, exchange.raw) }, profile);
}

/** The same of the message that the scenario sent last. */
export function expectSentConformity(session: Session, profile: string): void {
  const exchange = session.lastSent;
  mustHaveNoError(session, { exchange, findings: byProfile(session, profile, exchange.raw) }, profile);
}

/** The acknowledgment of the message that the scenario sent last meets the profile of that id. */
export async function expectReplyConformity(session: Session, profile: string): Promise<void> {
  const exchange = await session.lastSent.settled;
  if (exchange.reply === undefined) throw new AssertionError({ message: 'the message was not acknowledged' });
  const findings = byProfile(session, profile, exchange.reply.raw).map(aboutReply);
  mustHaveNoError(session, { exchange, findings }, profile);
}

/** The message of that type that reached a system has no error by the profiles of its link. */
export async function expectNoError(session: Session, at: Role, type: string): Promise<void> {
  const exchange = await arrived(session, at, type);
  mustHaveNoError(session, { exchange, findings: byLink(session, exchange) }, 'the profile of its link');
}

/**
 * The validation of the message reports `code` at `path` (`PID-3`), as an error or otherwise; the finding is what the scenario
 * wants, so it does not fail it.
 */
export async function expectReport(
  session: Session,
  at: Role,
  type: string,
  code: string,
  path: string,
): Promise<void> {
  const exchange = await arrived(session, at, type);
  const findings = byLink(session, exchange);
  if (!findings.some((finding) => finding.code === code && isAt(finding, path))) {
    const told = findings.filter(isError).map(describeFinding).join('\n') || 'no error';
    throw new AssertionError({ message: `the validation does not report ${code} at ${path}; it reports:\n${told}` });
  }
  session.awaitFinding((finding) => finding.code === code && isAt(finding, path));
}

async function arrived(session: Session, at: Role, type: string): Promise<LiveExchange> {
  const { exchange } = await expectArrival(session, { at, types: [type], description: `the ${type}` });
  return exchange;
}

function byProfile(session: Session, profile: string, raw: Buffer): readonly Finding[] {
  const { validation } = session.stage;
  const findings = validation?.judgeBy(profile, raw);
  if (findings !== undefined) return findings;
  const known = validation?.profiles.join(', ') || 'none';
  throw new HarnessError(`no profile "${profile}" is loaded (${known}): name it under "profiles" in the configuration`);
}

function byLink(session: Session, exchange: LiveExchange): readonly Finding[] {
  const { validation } = session.stage;
  if (validation) return validation.judge(exchange.role, exchange.raw);
  throw new HarnessError('messages are not validated in this run: name profiles in the configuration');
}

function mustHaveNoError(session: Session, { exchange, findings }: Judged, by: string): void {
  const errors = findings.filter(isError);
  if (errors.length === 0) return;
  for (const finding of errors) {
    session.stage.book.finding({ ...finding, category: EXPECTATION }, session.scene.id, exchange);
  }
  const list = errors.map(describeFinding).join('\n');
  throw new AssertionError({ message: `${exchange.id} does not conform to ${by}:\n${list}` });
}

function isError({ classification }: Finding): boolean {
  return classification === 'Error';
}

/** `PID-3` names every occurrence and everything inside; `PID[1]-3[1]` itself. */
function isAt({ path = '' }: Finding, wanted: string): boolean {
  const plain = path.replaceAll(/\[\d+\]/g, '');
  const exact = wanted.includes('[') ? path : plain;
  return exact === wanted || exact.startsWith(`${wanted}.`) || exact.startsWith(`${wanted}-`);
}

function aboutReply(finding: Finding): Finding {
  return { ...finding, about: 'reply' };
}
