import { AssertionError } from 'node:assert';
import type { Isolate, LisCommand, ReportStage, StatedValue } from '../../simulators/lis/commands.js';
import type { LisState } from '../../simulators/lis/lis-state.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { EntityIdentifier } from '../messages/facts.js';
import { findOrderable } from '../population/catalogue/laboratory.js';
import type { Guest, KnownOrder } from './cast.js';
import { expectHeld } from './order-state.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';
import { waitFor } from './waiting.js';

type OnOrder = Exclude<LisCommand, { readonly kind: 'report-unsolicited' | 'order-itself' }>;
/** What the laboratory does with an order, the order itself apart. */
type Work = OnOrder extends infer Command
  ? Command extends OnOrder
    ? Omit<Command, 'patient' | 'order'>
    : never
  : never;

type Further = Extract<Work, { readonly kind: 'reflex' | 'add-on' }>;

/** The laboratory works on an order, once the order has reached it. */
async function work(session: Session, order: KnownOrder, task: Work): Promise<LiveExchange> {
  await expectHeld(session, order);
  const command = { ...task, patient: personAt(session, order.guest), order: order.placer } as OnOrder;
  return last(await session.act('lis', command));
}

/** Waits until the laboratory knows the patient, and the visit that the scenario speaks of. */
async function expectKnown(session: Session, guest: Guest): Promise<LisCommand['patient']> {
  const { book, timer, expectationMs } = session.stage;
  const isThere = () => {
    const { patient, visits } = recordAt(session, 'lis', guest).care;
    const number = guest.visit?.number.id;
    const isVisitKnown = number === undefined || visits.some(({ visit }) => visit.number.id === number);
    return isVisitKnown ? patient : undefined;
  };
  const known = await waitFor(book, timer, expectationMs, isThere);
  if (known === undefined) throw new AssertionError({ message: 'the laboratory has not heard of the patient' });
  return known;
}

/** The patient under the number that the laboratory uses: after a merge of which it knows, the survivor's. */
function personAt(session: Session, guest: Guest): LisCommand['patient'] {
  return recordAt(session, 'lis', guest).care.patient ?? guest.patient;
}

/** The specimen has come (SC), told as a status of the order or by a report without observations (OBR-25 I). */
export function receiveSpecimen(session: Session, order: KnownOrder, by: 'order' | 'result' = 'order') {
  return work(session, order, { kind: 'receive-specimen', by });
}

/** Values that nobody states are made up: plausible for the patient, the same for the same seed. */
export function report(
  session: Session,
  order: KnownOrder,
  as: ReportStage,
  values: readonly StatedValue[] = [],
): Promise<LiveExchange> {
  return work(session, order, { kind: 'report', as, values });
}

/** Corrects the order's own analyte, or another of the panel. */
export function correct(session: Session, order: KnownOrder, values: readonly StatedValue[]): Promise<LiveExchange> {
  return work(session, order, { kind: 'correct', values });
}

export function withdraw(session: Session, order: KnownOrder, analyte: string, as: 'deleted' | 'wrong') {
  return work(session, order, { kind: 'withdraw-observation', analyte, as });
}

export function cancelByLaboratory(session: Session, order: KnownOrder, reason: string): Promise<LiveExchange> {
  return work(session, order, { kind: 'cancel-by-laboratory', reason });
}

/** A report in words: one paragraph a repetition (TX), or formatted with line breaks (FT). */
export function reportText(session: Session, order: KnownOrder, type: 'TX' | 'FT', text: string) {
  const content = type === 'TX' ? { type, lines: text.split('\n') } : { type, text };
  return work(session, order, { kind: 'report-content', as: 'final', content });
}

/** A document inside the message (ED), as base64. */
export function reportDocument(session: Session, order: KnownOrder, document: Buffer): Promise<LiveExchange> {
  const content = {
    type: 'ED',
    mediaType: 'application',
    subtype: 'pdf',
    base64: document.toString('base64'),
  } as const;
  return work(session, order, { kind: 'report-content', as: 'final', content });
}

export function reportCulture(session: Session, order: KnownOrder, as: ReportStage, isolates: readonly Isolate[]) {
  return work(session, order, { kind: 'report-culture', as, isolates });
}

/** A result that nobody ordered. */
export async function reportUnsolicited(session: Session, name: string): Promise<LiveExchange> {
  const patient = await expectKnown(session, session.cast.guest());
  return last(await session.act('lis', { kind: 'report-unsolicited', patient, test: findOrderable(name) }));
}

/** The laboratory orders by itself and asks for a placer number (SN). */
export async function orderItself(session: Session, name: string): Promise<LiveExchange> {
  const patient = await expectKnown(session, session.cast.guest());
  return last(await session.act('lis', { kind: 'order-itself', patient, test: findOrderable(name) }));
}

/** A further test on the specimen of an order, because of one of its results (reflex); it is reported at once. */
export function reportReflex(session: Session, parent: KnownOrder, name: string, because: string) {
  return reportFurther(session, parent, { kind: 'reflex', test: findOrderable(name), because });
}

/** The same on request of the ward, which has sent no order for it. */
export function reportAddOn(session: Session, parent: KnownOrder, name: string): Promise<LiveExchange> {
  return reportFurther(session, parent, { kind: 'add-on', test: findOrderable(name) });
}

async function reportFurther(session: Session, parent: KnownOrder, further: Further): Promise<LiveExchange> {
  await expectHeld(session, parent);
  const patient = personAt(session, parent.guest);
  // The laboratory tells nobody before there is a result: the command has no message.
  session.player('lis').command({ ...further, patient, order: parent.placer }, session.scene);
  const order = newest(recordAt(session, 'lis', parent.guest));
  return last(await session.act('lis', { kind: 'report', patient, order, as: 'final' }));
}

function newest({ orders }: LisState): EntityIdentifier {
  const filler = orders.at(-1)?.order.numbers.filler;
  if (filler === undefined) throw new HarnessError('the laboratory has no order of its own');
  return filler;
}

function last(exchanges: readonly LiveExchange[]): LiveExchange {
  const exchange = exchanges.at(-1);
  if (exchange === undefined) throw new HarnessError('an action of the laboratory without a message');
  return exchange;
}
