import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { OrderControl } from '../../../src/messages/facts.js';
import { alert } from '../../exchange/note.js';
import { type MedicationState, medicationMayBecome } from '../../status/medication-status.js';
import type { PharmacyCommand } from '../commands.js';
import type { PharmacyOptions } from '../options.js';
import { numberOf, type PharmacyPrescription, type PharmacyState } from '../pharmacy-state.js';
import { inState, replaced, standing, withReason } from '../prescription.js';
import { nextTask } from '../progress.js';
import { tellOrder } from '../tell.js';

type Stop = Extract<PharmacyCommand, { readonly kind: 'hold' | 'release' | 'discontinue' | 'refuse' }>;

/** What the pharmacy decides of its own accord (table 0119): nobody asked, so that these are no answers. */
const NEWS: Readonly<Record<Stop['kind'], { readonly control: OrderControl; readonly to: MedicationState }>> = {
  hold: { control: 'OH', to: 'held' },
  release: { control: 'OE', to: 'released' },
  discontinue: { control: 'OD', to: 'discontinued' },
  refuse: { control: 'OC', to: 'refused' },
};

/** RDE^O11 with the notification and its reason in ORC-16. */
export function stopOrRelease(
  state: PharmacyState,
  prescription: PharmacyPrescription,
  command: Stop,
  tools: SimulatorTools,
  options: PharmacyOptions,
): Step<PharmacyState> {
  const { control, to } = NEWS[command.kind];
  const isLegal = medicationMayBecome(prescription.state, to);
  if (!isLegal && !command.force) {
    const text = `${command.kind} refused: prescription ${numberOf(prescription)} is ${prescription.state}`;
    return { state, effects: [alert(text)] };
  }
  const { reason } = command;
  const after = { ...inState(prescription, to, control, tools.now), ...(reason !== undefined && { reason }) };
  const told = { ...prescription.encoded, ...standing(after, tools.now), control };
  const effect = tellOrder(state, prescription, withReason(told, reason), tools, command.by);
  const kept = { ...(isLegal ? after : prescription), sent: prescription.sent + 1 };
  return { state: replaced(state, prescription, kept), effects: [effect, ...(isLegal ? nextTask(kept, options) : [])] };
}
