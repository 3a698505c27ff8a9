import { AssertionError } from 'node:assert';
import type { FiledReport } from '../../simulators/ehr/filed-report.js';
import { isOrder } from '../../simulators/read/numbers.js';
import type { Message } from '../hl7/message.js';
import { findAnalyte, findOrderable } from '../population/catalogue/laboratory.js';
import { arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import { reportUnsolicited } from './laboratory.js';
import { reportOf, reportsAt } from './laboratory-filed.js';
import { orderAtEhr } from './order-state.js';
import { keyOf } from './people.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';
import { waitFor } from './waiting.js';

/** Waits for a report at the EHR that is as it should be; `actual` tells what is there instead. */
async function expectReport(
  session: Session,
  expected: string,
  probe: () => FiledReport | undefined,
  actual: () => string,
): Promise<FiledReport> {
  const { book, timer, expectationMs } = session.stage;
  const found = await waitFor(book, timer, expectationMs, probe);
  if (found) return found;
  throw new AssertionError({ message: `the EHR has filed otherwise\n  expected ${expected}, actual ${actual()}` });
}

/** The text of the report, line by line, as it was written. */
export async function expectFiledText(session: Session, order: KnownOrder, expected: string): Promise<void> {
  const text = () => textOf(reportOf(session, order));
  const probe = () => (text() === expected ? reportOf(session, order) : undefined);
  await expectReport(session, `the text ${quoted(expected)}`, probe, () => quoted(text()));
}

/** Repetitions of TX and `\.br\` of FT are line breaks. */
function textOf(report: FiledReport | undefined): string {
  const lines = (report?.observations ?? []).flatMap(({ values }) => values);
  return lines.join('\n').replaceAll('\\.br\\', '\n');
}

const SHOWN = 60;

function quoted(text: string): string {
  const shown = JSON.stringify(text.slice(0, SHOWN));
  return text.length > SHOWN ? `${shown}... (${text.length} characters)` : shown;
}

/** As many observations as the laboratory reported, none missing and none doubled. */
export async function expectFiledCount(session: Session, order: KnownOrder, expected: number): Promise<void> {
  const count = () => reportOf(session, order)?.observations.length ?? 0;
  const probe = () => (count() === expected ? reportOf(session, order) : undefined);
  await expectReport(session, `${expected} values`, probe, () => `${count()}`);
}

/** The report stands in the record of that person, under the number that the scenario knows them by, and in no other. */
export async function expectFiledUnder(session: Session, order: KnownOrder, who: string): Promise<void> {
  const { placer } = order;
  const key = keyOf(session.cast.guest(who).patient);
  const held = () => session.player('ehr').state(key).reports;
  const probe = () => held().find(({ numbers }) => isOrder(numbers, { placer }));
  await expectReport(session, `the result of "${order.name}" in the record of the ${who}`, probe, () => 'none there');
}

/** The visit under which the order was placed, whatever has become of it. */
export async function expectFiledUnderVisit(session: Session, order: KnownOrder): Promise<void> {
  const expected = order.guest.visit?.number.id;
  if (expected === undefined) throw new HarnessError('the scenario speaks of a visit before there is one');
  const actual = () => reportOf(session, order)?.visit?.id;
  const probe = () => (actual() === expected ? reportOf(session, order) : undefined);
  await expectReport(session, `the result under visit ${expected}`, probe, () => actual() ?? 'no visit');
}

/** The result comes once and counts once: something later has arrived on the same way, and it has not come again. */
export async function expectFiledOnce(session: Session, order: KnownOrder): Promise<void> {
  await expectReport(
    session,
    'the result',
    () => reportOf(session, order),
    () => 'none',
  );
  await passBarrierToEhr(session);
  const where = (message: Message) => message.all('ORC').some((orc) => orc.get('2.1') === order.placer.id);
  const { length } = arrivals(session, { at: 'ehr', types: ['ORU^R01'], where, description: 'the result' });
  const filings = reportOf(session, order)?.filings;
  if (length === 1 && filings === 1) return;
  throw new AssertionError({
    message: `the result of "${order.name}" counts more than once\n  expected once, actual delivered ${length} times and filed ${filings} times`,
  });
}

/** Nothing has been filed for that person when something later has arrived. */
export async function expectNothingFiled(session: Session, who: string): Promise<void> {
  await passBarrierToEhr(session);
  const { length } = reportsAt(session, session.cast.guest(who));
  if (length === 0) return;
  throw new AssertionError({
    message: `the EHR has filed a result for the ${who}\n  expected none, actual ${length}`,
  });
}

/** A result behind which no order stands, in the record of the patient whom it names. */
export async function expectFiledWithoutOrder(session: Session, name: string): Promise<void> {
  const { code } = findOrderable(name);
  const reports = () => reportsAt(session, session.cast.guest());
  const probe = () => reports().find(({ service, unsolicited }) => service.code === code && unsolicited);
  const others = () =>
    reports()
      .map(({ service }) => service.text)
      .join(', ') || 'nothing';
  await expectReport(session, `"${name}" without an order`, probe, others);
}

/** A further test is filed under numbers of its own, which name the order and the observation that led to it. */
export async function expectLinked(session: Session, name: string, parent: KnownOrder, because: string): Promise<void> {
  const { code } = findOrderable(name);
  const child = () => reportsAt(session, parent.guest).find(({ service }) => service.code === code);
  const numbers = orderAtEhr(session, parent).order.numbers;
  const isLinked = (report: FiledReport | undefined): boolean =>
    report?.numbers.parent !== undefined &&
    isSame(report.numbers.parent.placer?.id, numbers.placer?.id) &&
    isSame(report.numbers.parent.filler?.id, numbers.filler?.id) &&
    report.parentResult?.code === findAnalyte(because).code;
  const expected = `"${name}" as a child of ${numbers.placer?.id} and ${numbers.filler?.id}`;
  await expectReport(
    session,
    expected,
    () => (isLinked(child()) ? child() : undefined),
    () => describeLink(child()),
  );
}

function isSame(actual: string | undefined, expected: string | undefined): boolean {
  return expected !== undefined && actual === expected;
}

function describeLink(report: FiledReport | undefined): string {
  if (report === undefined) return 'no such result';
  const { parent } = report.numbers;
  return `one whose parent is ${parent?.placer?.id ?? 'nobody'} and ${parent?.filler?.id ?? 'nobody'}, because of ${report.parentResult?.code ?? 'nothing'}`;
}

/** A result without an order, behind everything that the laboratory has sent; it is filed when all that has been. */
async function passBarrierToEhr(session: Session): Promise<void> {
  const before = session.lastSent;
  const { message } = await reportUnsolicited(session, 'Magnesium');
  const filler = message?.get('ORC-3.1');
  const probe = () => reportsAt(session, session.cast.guest()).find(({ numbers }) => numbers.filler?.id === filler);
  await expectReport(session, `the result ${filler}, sent last`, probe, () => 'not that one');
  session.remember(before);
}
