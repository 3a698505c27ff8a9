import { AssertionError } from 'node:assert';
import type { Role } from '../endpoint/simulator.js';
import type { Finding } from '../evidence/finding.js';
import type { LedgerSummary, LoadResult } from '../evidence/load-result.js';
import { type LinkLoad, loadOnLinks, shareWithin } from '../load/on-links.js';
import { EXPECTATION } from './expectation-category.js';
import { expectAllAccounted } from './scenario-accounting.js';
import type { Session } from './session.js';
import { HarnessError, Unreachable, Untestable } from './trouble.js';

const DEPARTMENTS: readonly Role[] = ['lis', 'ris', 'pharmacy'];
/** However much the time scale shortens a load, there are so many patients: a percentage of few says nothing. */
const LEAST_PATIENTS = 200;

const results = new WeakMap<Session, LoadResult>();

/**
 * Sends admissions, or stays, of so many patients a second over connections of its own to the place where the EHR sends, and
 * accounts for each delivery at the departments. The rate is real; the duration is nominal, as all durations, but the time scale
 * never shortens it below `LEAST_PATIENTS`.
 */
export async function admitMany(
  session: Session,
  sends: LinkLoad['sends'],
  rate: number,
  nominalMs: number,
): Promise<void> {
  const { timer, seed, expectationMs } = session.stage;
  const ehr = session.player('ehr');
  const [link] = ehr.outbound;
  if (link === undefined) throw new Untestable('the EHR has nowhere to send: give it "send" in the environment');
  if (rate <= 0) throw new HarnessError('a load needs at least one patient a second');
  const result = await loadOnLinks({
    rate,
    sends,
    durationMs: Math.min(nominalMs, Math.max(nominalMs * timer.scale, (LEAST_PATIENTS * 1_000) / rate)),
    target: { host: link.host, port: link.port, ...(link.tls && { tls: link.tls }) },
    perMessage: link.connection === 'per-message',
    acknowledgmentTimeoutMs: link.replyTimeoutMs * timer.scale,
    settleMs: expectationMs * timer.scale,
    version: ehr.identity.version,
    seed: [seed, ...session.scene.key].join(' '),
    receivers: receiversOf(session),
  });
  results.set(session, result);
  note(session, summaryOf(result));
  if (result.outcome === 'unreachable')
    throw new Unreachable('the system under test could not be reached, or went away');
}

function receiversOf(session: Session): LinkLoad['receivers'] {
  const { players } = session.stage;
  return DEPARTMENTS.flatMap((role) => {
    const player = players[role];
    return player?.port === undefined ? [] : [player];
  });
}

/** So many percent of all messages were accepted within that time of the instant at which they were to be sent: real time. */
export async function expectAcknowledgedWithin(session: Session, percent: number, limitMs: number): Promise<void> {
  const result = resultOf(session);
  const refused = Object.values(result.errors).reduce((sum, count) => sum + count, 0) - result.timedOut - result.lost;
  const share = Math.max(0, shareWithin(result, limitMs) - refused / result.offered) * 100;
  if (share >= percent) return;
  const { lateness, response } = result;
  if (lateness.p99 > limitMs) {
    const late = `${round(lateness.p99)} ms at p99`;
    throw new Untestable(`the machine that sends was late itself, by ${late}: use a less busy one, or send less`);
  }
  fail(session, 'load-too-slow', {
    message: `${percent} % of the messages were to be accepted within ${limitMs} ms`,
    expected: `${percent} %`,
    actual: `${round(share)} %; half of all took ${round(response.p50)} ms, 99 % ${round(response.p99)} ms`,
  });
}

const DAMAGE = ['lost', 'duplicated', 'reordered', 'altered'] as const;

/**
 * What was accepted arrived at each department: once, unchanged, and in its order where messages speak of one patient. Without a
 * load it is about the messages of the scenario.
 */
export async function expectNothingLost(session: Session): Promise<void> {
  if (!results.has(session)) return expectAllAccounted(session);
  const { ledger } = resultOf(session);
  if (ledger === undefined || receiversOf(session).length === 0)
    throw new Untestable('no department of this environment listens, so nobody sees what is delivered');
  const damage = DAMAGE.filter((kind) => ledger[kind] > 0);
  if (damage.length === 0) return;
  fail(session, 'load-damaged', {
    message: 'of what was accepted, messages were lost, doubled, out of order or changed',
    expected: 'none',
    actual: damage.map((kind) => damageText(ledger, kind)).join('; '),
  });
}

function damageText(ledger: LedgerSummary, kind: (typeof DAMAGE)[number]): string {
  const ids = ledger.samples[kind] ?? [];
  return `${ledger[kind]} ${kind} (MSH-10 ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' ...' : ''})`;
}

function resultOf(session: Session): LoadResult {
  const result = results.get(session);
  if (result === undefined) throw new HarnessError('the scenario speaks of many messages before any load was sent');
  if (result.sent === 0) throw new HarnessError('the load sent nothing');
  return result;
}

function summaryOf({ sent, rate, acknowledged, errors, response, service, lateness, ledger }: LoadResult): string {
  const wrong = Object.entries(errors).map(([code, count]) => `${count} ${code}`);
  const parts = [
    `${sent} messages, ${round(rate)} a second, ${acknowledged} acknowledged${wrong.length > 0 ? ` (${wrong.join(', ')})` : ''}`,
    `response p50 ${round(response.p50)} ms, p99 ${round(response.p99)} ms`,
    `service p99 ${round(service.p99)} ms`,
    `lateness of the generator p99 ${round(lateness.p99)} ms`,
  ];
  const delivered =
    ledger && `${ledger.delivered} deliveries, ${DAMAGE.map((kind) => `${ledger[kind]} ${kind}`).join(', ')}`;
  return [...parts, ...(delivered === undefined ? [] : [delivered])].join('; ');
}

/** One line for the whole load: its messages are not in the journal. */
function note(session: Session, message: string): void {
  const finding: Finding = {
    section: 'workflow',
    classification: 'Informational',
    category: 'Load',
    code: 'load-summary',
    message,
  };
  session.stage.book.finding(finding, session.scene.id);
}

function fail(
  session: Session,
  code: string,
  difference: { readonly message: string; readonly expected: string; readonly actual: string },
): never {
  const finding: Finding = {
    section: 'workflow',
    classification: 'Error',
    category: EXPECTATION,
    code,
    ...difference,
  };
  session.stage.book.finding(finding, session.scene.id);
  const { message, expected, actual } = difference;
  throw new AssertionError({ message: `${message}\n  expected ${expected}, actual ${actual}` });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
