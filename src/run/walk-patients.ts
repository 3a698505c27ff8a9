import { keyOfPatient } from '../../simulators/care/patient-key.js';
import type { EhrCommand } from '../../simulators/ehr/commands.js';
import { type EhrState, findPrescription } from '../../simulators/ehr/ehr-state.js';
import { newWalk } from '../../simulators/new-walk.js';
import type { Pathway } from '../../simulators/pathways.js';
import { isActive } from '../../simulators/status/medication-status.js';
import { pause, type Timer } from '../base/timer.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { Scenes } from '../endpoint/scene.js';

type Ehr = Endpoint<EhrState, EhrCommand>;

export interface WalkFacts {
  readonly seed: string;
  /** Nominal milliseconds between two actions. */
  readonly paceMs: number;
  readonly patients: number;
}

/** One patient after the other, and for each one action after the other: when the one before has been answered, and a pace later. */
export async function walkPatients(
  endpoint: Ehr,
  pathway: Extract<Pathway, { readonly role: 'ehr' }>,
  { seed, paceMs, patients }: WalkFacts,
  { timer, scenes }: { readonly timer: Timer; readonly scenes: Scenes },
  isOver: () => boolean,
): Promise<void> {
  const scene = scenes.current();
  for (let n = 1; n <= patients; n++) {
    for (const command of pathway.walk(newWalk(seed, n, scene.clock.now()))) {
      await untilDue(endpoint, command, paceMs, timer, isOver);
      if (isOver()) return;
      const sent = await Promise.all(endpoint.command(command, scene));
      await Promise.all(sent.map(({ settled }) => settled));
      await pause(timer, paceMs);
    }
  }
}

/** Paces for which a nurse waits with a dose until the pharmacist has verified the prescription. */
const PATIENCE = 25;

async function untilDue(
  endpoint: Ehr,
  command: EhrCommand,
  paceMs: number,
  timer: Timer,
  isOver: () => boolean,
): Promise<void> {
  for (let waited = 0; waited < PATIENCE && !isOver() && !isDue(endpoint, command); waited++)
    await pause(timer, paceMs);
}

/** A dose is due when its prescription is active, everything else at once. */
function isDue(endpoint: Ehr, command: EhrCommand): boolean {
  if (command.kind !== 'administer') return true;
  const prescription = findPrescription(endpoint.state(keyOfPatient(command.patient)), command.order);
  return prescription !== undefined && isActive(prescription.state);
}
