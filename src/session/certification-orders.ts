import { AssertionError } from 'node:assert';
import { readControl, readReason } from '../../simulators/read/order.js';
import { firstOf } from '../../simulators/read/order-groups.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import { describeError, expectReply } from './acknowledged.js';
import { type Arrival, arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import { groupsAbout } from './certification-filler.js';
import { newVisit } from './people.js';
import type { Session } from './session.js';
import { waitFor } from './waiting.js';

/** A stay of which only the EHR knows, as when the interface was down. */
export async function admitSilently(session: Session): Promise<void> {
  const guest = session.cast.guest();
  guest.visit = newVisit(session, guest, 'I');
  await session.act('ehr', { kind: 'admit', patient: guest.patient, visit: guest.visit, silent: true });
}

/** One thing that a message says about an order. */
interface News {
  readonly arrival: Arrival;
  /** ORC-1. */
  readonly control: string;
  /** OBR-25. */
  readonly result: string;
  readonly filler: string;
  readonly reason: string | undefined;
}

/** All that the EHR was told of the order so far, oldest first. */
function newsOf(session: Session, order: KnownOrder): readonly News[] {
  return arrivals(session, { at: 'ehr', replies: true, description: 'news of the order' }).flatMap((arrival) =>
    groupsAbout(session, order, arrival.message).map((group) => ({
      arrival,
      control: readControl(group),
      result: firstOf(group, 'OBR')?.get('25') ?? '',
      filler: firstOf(group, 'ORC')?.get('3.1') ?? firstOf(group, 'OBR')?.get('3.1') ?? '',
      reason: readReason(group),
    })),
  );
}

/**
 * Sites differ in what they do with an order for somebody of whom they have not heard: a negative acknowledgment with an
 * error, a refusal (UA) with its reason, or an acceptance (OK) with a filler number. Silence is none of these.
 */
export async function expectDecision(session: Session, order: KnownOrder, sent: LiveExchange): Promise<void> {
  const { acknowledgment, code } = await expectReply(session, sent);
  const errors = acknowledgment?.errors ?? [];
  if ((code === 'AE' || code === 'AR') && errors.length > 0) return;
  const { book, timer, expectationMs } = session.stage;
  const isDecision = ({ control, filler, reason }: News): boolean =>
    (control === 'OK' && filler !== '') || (control === 'UA' && reason !== undefined);
  const found = await waitFor(book, timer, expectationMs, () => newsOf(session, order).find(isDecision));
  if (found) return;
  const said = newsOf(session, order).map(({ control }) => control);
  throw new AssertionError({
    message: `the order "${order.name}" is left without a decision\n  expected an error with its place, UA with a reason or OK with a filler number, actual ${[code, ...errors.map(describeError), ...said].join(', ')}`,
  });
}

/**
 * The order is carried out once: one final report of a test or an examination, one supply of a medicine, and all that is
 * told of it under one filler number. To be asked behind something later from the same system.
 */
export function expectOnce(session: Session, order: KnownOrder): void {
  const news = newsOf(session, order);
  // A message that comes again under its control id is the same message.
  const done = new Set(news.filter(isDone).map(({ arrival }) => arrival.message.controlId));
  const fillers = new Set(news.flatMap(({ filler }) => (filler === '' ? [] : [filler])));
  if (done.size === 1 && fillers.size === 1) return;
  throw new AssertionError({
    message: `the order "${order.name}" is not carried out once\n  expected once under 1 filler number, actual ${done.size} times under ${[...fillers].join(', ') || 'none'}`,
  });
}

function isDone({ arrival, result }: News): boolean {
  const { code } = arrival.message.type;
  return code === 'RDS' || (code === 'ORU' && result === 'F');
}

/**
 * A cancellation that crosses the work: it is granted (CR) and nothing is reported after that, or refused (UC) and the
 * order is reported. To be asked behind something later from the same system.
 */
export async function expectCancelledOrDone(session: Session, order: KnownOrder): Promise<void> {
  const { book, timer, operatorMs } = session.stage;
  const news = () => newsOf(session, order);
  const answer = () => news().findIndex(({ control }) => control === 'CR' || control === 'UC');
  const isRefused = () => news()[answer()]?.control === 'UC';
  const isReported = () => (news().some(hasReport) ? true : undefined);
  if (isRefused() && (await waitFor(book, timer, operatorMs, isReported))) return;
  if (!isRefused() && answer() >= 0 && !news().slice(answer()).some(hasReport)) return;
  const story = news().map(({ control, result }) => `${control} ${result}`.trim());
  throw new AssertionError({
    message: `the order "${order.name}" is neither cancelled nor done\n  expected CR and no report after it, or UC and a report, actual ${story.join(', ') || 'nothing'}`,
  });
}

function hasReport({ arrival, result }: News): boolean {
  return arrival.message.type.code === 'ORU' && ['P', 'F', 'C'].includes(result);
}
