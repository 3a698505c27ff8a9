import type { Effect, SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import type { Administration } from '../../../src/messages/facts.js';
import { rraO18 } from '../../../src/messages/rra-o18.js';
import { answering } from '../../exchange/answer-order.js';
import { alert, info } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { type Refusal, refusal, unknownKey } from '../../exchange/refusal.js';
import { readAdministrations } from '../../read/dose.js';
import { isOrder, mainNumber } from '../../read/numbers.js';
import { readOrderGroups } from '../../read/order-groups.js';
import type { PharmacyOptions } from '../options.js';
import { numberOf, type PharmacyPrescription, type PharmacyState } from '../pharmacy-state.js';
import { replaced, withReason } from '../prescription.js';
import { judgeDose } from './judge-dose.js';
import { unreadableDose } from './unreadable-dose.js';

interface Taken {
  readonly state: PharmacyState;
  readonly answers: readonly Administration[];
  readonly effects: readonly Effect[];
  /** Why the message as a whole is not accepted; nothing of it is counted then. */
  readonly refusal?: Refusal;
}

/** RAS: what the ward gave, what the patient refused, what was missed. Counted once for each filler number and RXA-2. */
export function receiveDoses(
  state: PharmacyState,
  message: Message,
  tools: SimulatorTools,
  options: PharmacyOptions,
): Received<PharmacyState> {
  const { patient } = state.care;
  if (patient === undefined) return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const malformed = unreadableDose(message);
  if (malformed !== undefined) return { state, refusal: malformed };
  const doses = readOrderGroups(message).flatMap((group) => readAdministrations(group, 'OK', tools.now));
  let taken: Taken = { state, answers: [], effects: [] };
  for (const [index, dose] of doses.entries()) taken = takeDose(taken, dose, index + 1, tools.now, options);
  if (taken.refusal !== undefined) {
    return { state, refusal: taken.refusal, effects: [alert(taken.refusal.error.userMessage ?? 'dose refused')] };
  }
  const { answers: administrations } = taken;
  return answering(
    taken.state,
    message,
    tools,
    (envelope, answers) => rraO18(envelope, { answers, patient, administrations }),
    taken.effects,
  );
}

/** `sequence` counts the doses of the message from 1. */
function takeDose(before: Taken, dose: Administration, sequence: number, at: Date, options: PharmacyOptions): Taken {
  if (before.refusal !== undefined) return before;
  const { numbers } = dose.order;
  const known = before.state.prescriptions.find(({ order }) => isOrder(order.numbers, numbers));
  if (known === undefined) {
    const text = `prescription ${mainNumber(numbers)?.id ?? 'without a number'} is not known`;
    const place = { segment: 'ORC', sequence, field: numbers.filler === undefined ? 2 : 3 };
    return { ...before, refusal: refusal('204', text, place) };
  }
  const judged = judgeDose(known, dose, at);
  switch (judged.kind) {
    case 'recorded': {
      const notes = otherDrug(known, dose);
      return told({ ...before, state: replaced(before.state, known, judged.prescription) }, known, dose, notes);
    }
    case 'again':
      return told(before, known, dose, [
        info(`dose ${dose.subId} of prescription ${numberOf(known)} came again; it counts once`),
      ]);
    case 'refused': {
      const { code, field, reason } = judged;
      if (options.illegalTransitions === 'flag') return told(before, known, dose, [alert(reason)], reason);
      return { ...before, refusal: refusal(code, reason, { segment: 'RXA', sequence, field }) };
    }
  }
}

/** The dose in the answer: OK, or UA with the reason. */
function told(
  before: Taken,
  { order: { numbers } }: PharmacyPrescription,
  dose: Administration,
  effects: readonly Effect[],
  reason?: string,
): Taken {
  const order = { ...dose.order, numbers, control: reason === undefined ? ('OK' as const) : ('UA' as const) };
  const answer = { ...dose, order: withReason(order, reason) };
  return { ...before, answers: [...before.answers, answer], effects: [...before.effects, ...effects] };
}

/** It was given and is counted, but somebody has to look. */
function otherDrug({ order, encoded = order }: PharmacyPrescription, dose: Administration): readonly Effect[] {
  const { drug } = dose.order;
  const isExpected = [order.drug.code, encoded.drug.code].includes(drug.code);
  if (isExpected || dose.action === 'D') return [];
  return [alert(`dose ${dose.subId} was of ${drug.text || drug.code}, prescribed was ${encoded.drug.text}`)];
}
