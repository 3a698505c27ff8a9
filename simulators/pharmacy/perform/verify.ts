import type { Effect, SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { MedicationOrder } from '../../../src/messages/facts.js';
import type { Provider } from '../../../src/population/facts.js';
import { alert } from '../../exchange/note.js';
import { isActive, isStopped } from '../../status/medication-status.js';
import type { Encoding, PharmacyCommand } from '../commands.js';
import type { PharmacyOptions } from '../options.js';
import { numberOf, type PharmacyPrescription, type PharmacyState } from '../pharmacy-state.js';
import { inStateIfLegal, replaced, standing } from '../prescription.js';
import { nextTask } from '../progress.js';
import { tellOrder } from '../tell.js';

type Verify = Extract<PharmacyCommand, { readonly kind: 'verify' | 'encode' }>;

/** A pharmacist has checked a prescription, or made a new version of it: it goes to the ward encoded. */
export function verify(
  state: PharmacyState,
  prescription: PharmacyPrescription,
  command: Verify,
  tools: SimulatorTools,
  options: PharmacyOptions,
): Step<PharmacyState> {
  const objection = objectionTo(command, prescription);
  if (objection !== undefined && !command.force) {
    return { state, effects: [alert(`${command.kind} refused: ${objection}`)] };
  }
  const base = command.kind === 'encode' ? prescription.encoded : undefined;
  const encoded = encode(state, prescription, { ...base, ...command.encoding }, tools, command.by);
  const kept = objection === undefined ? encoded.prescription : { ...prescription, sent: prescription.sent + 1 };
  const next = objection === undefined ? nextTask(kept, options) : [];
  return { state: replaced(state, prescription, kept), effects: [encoded.effect, ...next] };
}

function objectionTo({ kind }: Verify, prescription: PharmacyPrescription): string | undefined {
  const { state, awaitsReview, encoded } = prescription;
  const name = `prescription ${numberOf(prescription)}`;
  if (kind === 'encode') return isActive(state) && encoded !== undefined ? undefined : `${name} is ${state}`;
  if (state === 'placed' || (awaitsReview && !isStopped(state))) return undefined;
  return isStopped(state) ? `${name} is ${state}` : `${name} has been verified`;
}

/** The prescription with its encoded version, and the RDE that tells of it. */
export function encode(
  state: PharmacyState,
  prescription: PharmacyPrescription,
  encoding: Encoding,
  tools: SimulatorTools,
  by?: Provider,
): { readonly prescription: PharmacyPrescription; readonly effect: Effect } {
  const verified = inStateIfLegal(prescription, 'verified', 'RE', tools.now);
  const { order } = prescription;
  const encoded: MedicationOrder = {
    ...standing(verified, tools.now),
    ...encoding,
    control: 'RE',
    numbers: order.numbers,
    enteredAt: tools.now,
    prescriptionNumber: order.prescriptionNumber ?? tools.mint('prescription', numberOf(prescription)),
  };
  return {
    prescription: { ...verified, encoded, awaitsReview: false, sent: prescription.sent + 1 },
    effect: tellOrder(state, prescription, encoded, tools, by),
  };
}
