import type { Isolate, ReportStage, StatedValue } from '../../simulators/lis/commands.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { KnownOrder } from './cast.js';
import { correct, receiveSpecimen, report, reportCulture } from './laboratory.js';
import { expectOrderState, orderAtEhr } from './order-state.js';
import type { OrderWish } from './ordering.js';
import { placed, placeRequisition } from './ordering.js';
import { accepted } from './registration.js';
import type { Session } from './session.js';

/** How far the laboratory is with an order. */
export type LaboratoryProgress = 'nothing' | 'specimen' | 'partial' | 'preliminary' | 'final';

/** A precondition: the laboratory is so far, and the EHR knows it. */
export async function lead(session: Session, order: KnownOrder, progress: LaboratoryProgress): Promise<void> {
  if (progress === 'nothing') return;
  if (progress === 'specimen') {
    await accepted(session, receiveSpecimen(session, order));
    return expectOrderState(session, order, 'in-process');
  }
  await reported(session, order, progress);
}

/** A precondition: the specimen has come, and the result has been reported and filed. */
export async function reported(
  session: Session,
  order: KnownOrder,
  as: ReportStage,
  values: readonly StatedValue[] = [],
): Promise<void> {
  if (orderAtEhr(session, order).state === 'accepted') await lead(session, order, 'specimen');
  await accepted(session, report(session, order, as, values));
  await expectOrderState(session, order, as);
}

/** A precondition in one go: an order, its specimen, its result. */
export async function resulted(
  session: Session,
  name: string,
  as: ReportStage,
  value?: Omit<StatedValue, 'analyte'>,
): Promise<void> {
  const order = await placed(session, 'laboratory', name);
  await reported(session, order, as, value && own(session, value));
}

/** A precondition: the correction has been filed. */
export async function corrected(session: Session, order: KnownOrder, values: readonly StatedValue[]): Promise<void> {
  await accepted(session, correct(session, order, values));
  await expectOrderState(session, order, 'corrected');
}

/** A precondition: the culture has been filed as it stands. */
export async function cultureReported(
  session: Session,
  order: KnownOrder,
  as: ReportStage,
  isolates: readonly Isolate[],
): Promise<void> {
  await accepted(session, reportCulture(session, order, as, isolates));
  await expectOrderState(session, order, as);
}

/** A value of the analyte that the order is named for. */
export function own(session: Session, value: Omit<StatedValue, 'analyte'>): readonly StatedValue[] {
  return [{ ...value, analyte: session.cast.order().name }];
}

/** Rows of a table: the name of a test, and `not offered` beside one that the laboratory does not do. */
export function requisition(session: Session, rows: readonly (readonly string[])[]): Promise<LiveExchange> {
  const lines = rows.map(([name = '', remark]): OrderWish & { readonly name: string } => ({
    name,
    ...(remark === 'not offered' && { unlisted: true }),
  }));
  return placeRequisition(session, 'laboratory', lines);
}

/** A precondition: every order of the requisition has been accepted, and the EHR has heard so. */
export async function requisitionPlaced(session: Session, rows: readonly (readonly string[])[]): Promise<void> {
  await accepted(session, requisition(session, rows));
  for (const [name] of rows) await expectOrderState(session, session.cast.order(name), 'accepted');
}
