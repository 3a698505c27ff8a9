import type { MedicationOrder } from '../../../src/messages/facts.js';
import { findVisit } from '../../care/care-record.js';
import { readEcho, VISIT_ECHO } from '../../care/echo.js';
import { info } from '../../exchange/note.js';
import { ownNumber } from '../../exchange/number.js';
import { readMedicationOrder } from '../../read/medication.js';
import { isOrder } from '../../read/numbers.js';
import { readPatient } from '../../read/patient.js';
import { identifier } from '../../read/values.js';
import { readVisit } from '../../read/visit.js';
import { encode } from '../perform/verify.js';
import { numberOf, type PharmacyPrescription } from '../pharmacy-state.js';
import { inState, standing, withReason } from '../prescription.js';
import { nextTask } from '../progress.js';
import { unsafe } from '../screening.js';
import type { Asked, Decided } from './asked.js';

/** NW: OK with a filler number, or UA with the reason. The same order again is answered as before, without a second one. */
export function acceptOrRefuse(asked: Asked): Decided {
  const { group, tools, prescriptions } = asked;
  const wanted = readMedicationOrder(group, 'NW', tools.now);
  if (wanted === undefined) return { prescriptions, answers: [], effects: [] };
  const known = prescriptions.find(({ order, state }) => state !== 'refused' && isOrder(order.numbers, wanted.numbers));
  if (known !== undefined) return answerAgain(asked, known, wanted);
  const reason = objectionTo(asked, wanted, prescriptions);
  const others = prescriptions.filter(({ order }) => !isOrder(order.numbers, wanted.numbers));
  if (reason !== undefined) {
    const answers = [answerUa(wanted, reason)];
    return {
      prescriptions: [...others, refused(asked, wanted, reason)],
      answers,
      effects: [info(`order refused: ${reason}`)],
    };
  }
  const begun = begin(asked, wanted);
  return {
    prescriptions: [...others, begun.prescription],
    answers: [answerOk(begun.accepted, tools.now)],
    effects: begun.effects,
  };
}

function answerAgain({ prescriptions, tools }: Asked, known: PharmacyPrescription, wanted: MedicationOrder): Decided {
  const number = numberOf(known);
  const same = known.order.drug.code === wanted.drug.code && known.order.drug.text === wanted.drug.text;
  if (!same) {
    const reason = `the number of this order belongs to prescription ${number} of ${known.order.drug.text}`;
    return { prescriptions, answers: [answerUa(wanted, reason)], effects: [info(`order refused: ${reason}`)] };
  }
  const again = info(`the order of prescription ${number} came again; no second one was made`);
  return { prescriptions, answers: [answerOk(known, tools.now)], effects: [again] };
}

/** Why the pharmacy does not take an order; undefined where nothing stands against it. */
export function objectionTo(
  { message, patient, state }: Asked,
  wanted: MedicationOrder,
  beside: readonly PharmacyPrescription[],
): string | undefined {
  if (wanted.numbers.placer === undefined) return 'a new order needs a placer order number (ORC-2)';
  const number = identifier(message.first('PV1'), '19');
  if (number && findVisit(state.care, number)?.status === 'void') return `visit ${number.id} was cancelled`;
  // The order may know of an allergy that ADT has not told yet.
  return unsafe(wanted, [...patient.allergies, ...(readPatient(message)?.allergies ?? [])], beside);
}

/** A new prescription with its filler number, and what the pharmacy does about it at once. */
export function begin(
  asked: Asked,
  wanted: MedicationOrder,
): {
  readonly accepted: PharmacyPrescription;
  readonly prescription: PharmacyPrescription;
  readonly effects: Decided['effects'];
} {
  const { message, state, tools, options } = asked;
  const { placer } = wanted.numbers;
  const filler = ownNumber(tools, 'filler', placer?.id ?? '', placer?.namespace ?? '');
  const accepted = newPrescription(asked, { ...wanted, numbers: { ...wanted.numbers, filler } });
  if (message.type.code === 'RDE') {
    // The prescriber has encoded it already; nobody has to be told.
    const verified = {
      ...inState(accepted, 'verified', 'RE', tools.now),
      encoded: { ...accepted.order, control: 'RE' as const },
    };
    return { accepted, prescription: verified, effects: nextTask(verified, options) };
  }
  if (options.verification === 'by-pharmacist') {
    return { accepted, prescription: accepted, effects: nextTask(accepted, options) };
  }
  const { prescription, effect } = encode(state, accepted, {}, tools);
  return { accepted, prescription, effects: [effect, ...nextTask(prescription, options)] };
}

function newPrescription({ message, state, tools }: Asked, order: MedicationOrder): PharmacyPrescription {
  const visit = findVisit(state.care, identifier(message.first('PV1'), '19'))?.visit ?? readVisit(message);
  return {
    order,
    state: 'placed',
    history: [{ state: 'placed', at: tools.now, control: order.control }],
    awaitsReview: false,
    ...(visit && { visit }),
    visitEcho: readEcho(message, VISIT_ECHO),
    dispenses: [],
    administrations: [],
    sent: 0,
  };
}

/** It is kept with the reason, so that a person can see it; it may be ordered again. */
function refused(asked: Asked, wanted: MedicationOrder, reason: string): PharmacyPrescription {
  return { ...inState(newPrescription(asked, wanted), 'refused', 'UA', asked.tools.now), reason };
}

export function answerOk(prescription: PharmacyPrescription, at: Date): MedicationOrder {
  return { ...standing(prescription, at), control: 'OK' };
}

export function answerUa(wanted: MedicationOrder, reason: string): MedicationOrder {
  return withReason({ ...wanted, control: 'UA' }, reason);
}
