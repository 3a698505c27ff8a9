import type { Segment } from '../../src/hl7/segment.js';
import type { Administration, Dispense, MedicationOrder, OrderControl } from '../../src/messages/facts.js';
import { amount, readDrug, readMedicationOrder } from './medication.js';
import { readCommon } from './order.js';
import { allOf, firstOf, type OrderGroup } from './order-groups.js';
import { coded, location, provider, time, UNKNOWN_PROVIDER, valued } from './values.js';

/** RXA: every administration of one order group. */
export function readAdministrations(group: OrderGroup, control: OrderControl, at: Date): readonly Administration[] {
  return allOf(group, 'RXA').map((rxa) => readAdministration(group, rxa, control, at));
}

function readAdministration(group: OrderGroup, rxa: Segment, control: OrderControl, at: Date): Administration {
  const startAt = time(rxa, '3') ?? at;
  const where = location(rxa, '11');
  const refusalReason = coded(rxa, '18');
  const lot = valued(rxa, '15');
  const notes = Array.from({ length: rxa.repetitions(9) }, (_, i) => readNote(rxa, i + 1));
  return {
    order: orderOf(group, rxa, { drug: '5', unit: '7.1' }, control, at),
    giveSubId: amount(rxa, '1') ?? 0,
    subId: amount(rxa, '2') ?? 0,
    startAt,
    endAt: time(rxa, '4') ?? startAt,
    amount: amount(rxa, '6') ?? 0,
    unit: valued(rxa, '7.1') ?? '',
    by: provider(rxa, '10') ?? UNKNOWN_PROVIDER,
    ...(where && { where }),
    ...(refusalReason && { refusalReason }),
    completion: completionOf(rxa),
    action: actionOf(rxa),
    ...(lot !== undefined && { lot }),
    ...(notes.length > 0 && { notes }),
  };
}

function readNote(rxa: Segment, repetition: number): string {
  return valued(rxa, `9[${repetition}].2`) ?? valued(rxa, `9[${repetition}].1`) ?? '';
}

/** RXA-20. Any value in RXA-18 means that the patient did not take it, whatever RXA-20 says. */
function completionOf(rxa: Segment): Administration['completion'] {
  const text = valued(rxa, '20');
  if (text === 'RE' || text === 'NA' || text === 'PA') return text;
  return valued(rxa, '18.1') === undefined && valued(rxa, '18.2') === undefined ? 'CP' : 'RE';
}

function actionOf(rxa: Segment): Administration['action'] {
  const text = valued(rxa, '21');
  return text === 'U' || text === 'D' ? text : 'A';
}

/** RXD; undefined without it. */
export function readDispense(group: OrderGroup, control: OrderControl, at: Date): Dispense | undefined {
  const rxd = firstOf(group, 'RXD');
  if (rxd === undefined) return undefined;
  const lot = valued(rxd, '18');
  const expiry = valued(rxd, '19.1');
  const unit = valued(rxd, '5.1');
  const order = orderOf(group, rxd, { drug: '2', unit: '5.1' }, control, at);
  const prescriptionNumber = valued(rxd, '7');
  return {
    order: { ...order, ...(prescriptionNumber !== undefined && { prescriptionNumber }) },
    subId: amount(rxd, '1') ?? 0,
    dispensedAt: time(rxd, '3') ?? at,
    amount: amount(rxd, '4') ?? 0,
    ...(unit !== undefined && { unit }),
    pharmacist: provider(rxd, '10') ?? UNKNOWN_PROVIDER,
    ...(lot !== undefined && { lot }),
    ...(expiry !== undefined && { expiry }),
  };
}

/** The order that a dose belongs to: from RXE or RXO where the message repeats them, else from the dose itself. */
function orderOf(
  group: OrderGroup,
  dose: Segment,
  places: { readonly drug: string; readonly unit: string },
  control: OrderControl,
  at: Date,
): MedicationOrder {
  const stated = readMedicationOrder(group, control, at);
  if (stated !== undefined) return stated;
  const named = coded(dose, places.drug) ?? { code: '', text: '', system: '' };
  const drug = readDrug(named, undefined, valued(firstOf(group, 'RXR'), '1.1'));
  return { ...readCommon(group, control, at), drug, amountMin: 0, unit: valued(dose, places.unit) ?? '' };
}
