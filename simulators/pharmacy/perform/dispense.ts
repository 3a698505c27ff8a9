import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import { formatTimestamp } from '../../../src/hl7/timestamp.js';
import type { Dispense } from '../../../src/messages/facts.js';
import { alert } from '../../exchange/note.js';
import { UNKNOWN_PROVIDER } from '../../read/values.js';
import { medicationMayBecome } from '../../status/medication-status.js';
import type { PharmacyCommand, Supply } from '../commands.js';
import { numberOf, type PharmacyPrescription, type PharmacyState } from '../pharmacy-state.js';
import { inState, replaced, standing } from '../prescription.js';
import { tellDispense } from '../tell.js';

type DispenseCommand = Extract<PharmacyCommand, { readonly kind: 'dispense' }>;

const SHELF_LIFE_MS = 365 * 86_400_000;

/** RDS^O13 with the next sub-id: the first supply, or a refill. */
export function dispense(
  state: PharmacyState,
  prescription: PharmacyPrescription,
  command: DispenseCommand,
  tools: SimulatorTools,
): Step<PharmacyState> {
  const subId = command.subId ?? prescription.dispenses.length + 1;
  const objection = objectionTo(prescription, subId);
  if (objection !== undefined && !command.force) return { state, effects: [alert(`dispense refused: ${objection}`)] };
  const supply = describe(prescription, command, subId, tools);
  const effect = tellDispense(state, prescription, supply, tools, command.by);
  const isTold = effect.kind === 'send';
  const after = objection === undefined && isTold ? record(prescription, supply) : prescription;
  return { state: replaced(state, prescription, { ...after, sent: prescription.sent + 1 }), effects: [effect] };
}

function objectionTo(prescription: PharmacyPrescription, subId: number): string | undefined {
  const { state, awaitsReview, dispenses, order, encoded = order } = prescription;
  const name = `prescription ${numberOf(prescription)}`;
  if (!medicationMayBecome(state, 'dispensed')) return `${name} is ${state}`;
  if (awaitsReview) return `a change to ${name} has not been verified`;
  if (dispenses.some((one) => one.subId === String(subId))) return `${name} has a dispense ${subId}`;
  if (encoded.refills !== undefined && dispenses.length > encoded.refills) return `${name} has no refills left`;
  return undefined;
}

function describe(
  prescription: PharmacyPrescription,
  { by, ...supply }: Supply & Pick<DispenseCommand, 'by'>,
  subId: number,
  tools: SimulatorTools,
): Dispense {
  const { order, encoded = order } = prescription;
  const { status } = standing(prescription, tools.now);
  return {
    order: { ...encoded, control: 'RE', enteredAt: tools.now, ...(status && { status }) },
    subId,
    dispensedAt: tools.now,
    amount: supply.amount ?? encoded.dispenseAmount ?? encoded.amountMin,
    unit: supply.unit ?? encoded.dispenseUnit ?? encoded.unit,
    pharmacist: by ?? UNKNOWN_PROVIDER,
    lot: supply.lot ?? tools.mint('lot', numberOf(prescription), subId),
    expiry: supply.expiry ?? formatTimestamp(new Date(tools.now.getTime() + SHELF_LIFE_MS), 'day'),
    ...(supply.notes && { notes: supply.notes }),
  };
}

/** A refill of what is being given changes no status. */
function record(prescription: PharmacyPrescription, supply: Dispense): PharmacyPrescription {
  const { subId, dispensedAt: at, amount, lot } = supply;
  const line = { subId: String(subId), at, amount, ...(lot !== undefined && { lot }) };
  const dispenses = [...prescription.dispenses, line];
  const supplied = { ...prescription, dispenses };
  return prescription.state === 'given' ? supplied : inState(supplied, 'dispensed', 'RE', at);
}
