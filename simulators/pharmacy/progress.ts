import type { Effect } from '../../src/endpoint/simulator.js';
import { nextStage } from '../progress/stage.js';
import { isActive } from '../status/medication-status.js';
import type { PharmacyOptions } from './options.js';
import type { PharmacyPrescription } from './pharmacy-state.js';

export type Task = 'verify' | 'dispense';

/** What is to be done next with a prescription: a pharmacist looks at what is new, then it is dispensed once. */
export function taskFor({ state, awaitsReview, dispenses }: PharmacyPrescription): Task | undefined {
  if (state === 'placed') return 'verify';
  if (!isActive(state)) return undefined;
  if (awaitsReview) return 'verify';
  return dispenses.length === 0 ? 'dispense' : undefined;
}

/** Asks for the next task, where the pharmacy works of its own accord. */
export function nextTask(prescription: PharmacyPrescription, { progress, paceMs }: PharmacyOptions): readonly Effect[] {
  const task = taskFor(prescription);
  const { filler } = prescription.order.numbers;
  if (progress === 'manual' || task === undefined || filler === undefined) return [];
  return [nextStage(task, filler, paceMs)];
}
