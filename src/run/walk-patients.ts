import { keyOfPatient } from '../../simulators/care/patient-key.js';
import type { EhrCommand } from '../../simulators/ehr/commands.js';
import { type EhrState, findPrescription } from '../../simulators/ehr/ehr-state.js';
import { newWalk } from '../../simulators/new-walk.js';
import type { Pathway } from '../../simulators/pathways.js';
import { isActive } from '../../simulators/status/medication-status.js';
import { pause, type Timer } from '../base/timer.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { Scene } from '../endpoint/scene.js';

type Ehr = Endpoint<EhrState, EhrCommand>;

export interface WalkFacts {
  readonly seed: string;
  /** Nominal milliseconds between two actions. */
  readonly paceMs: number;
  readonly patients: number;
  /** Patients who are in the house at the same time; one where absent. */
  readonly atOnce?: number;
}

interface Ward {
  readonly endpoint: Ehr;
  readonly pathway: Extract<Pathway, { readonly role: 'ehr' }>;
  readonly facts: WalkFacts;
  readonly timer: Timer;
  readonly scene: Scene;
  readonly isOver: () => boolean;
}

/** Paces by which the stays of patients who are there at the same time begin apart. */
const APART = 10;

/** Several patients at the same time, in each place one after the other. Resolves when all have been walked through. */
export async function walkPatients(ward: Ward): Promise<void> {
  const { patients, atOnce = 1, paceMs } = ward.facts;
  let next = 1;
  const place = async (n: number): Promise<void> => {
    await pause(ward.timer, n * APART * paceMs);
    while (next <= patients && !ward.isOver()) await walk(ward, next++);
  };
  await Promise.all(Array.from({ length: atOnce }, (_, n) => place(n)));
}

/** One action after the other: each when the one before has been answered, and a pace later. */
async function walk({ endpoint, pathway, facts, timer, scene, isOver }: Ward, n: number): Promise<void> {
  const { seed, paceMs } = facts;
  for (const command of pathway.walk(newWalk(seed, n, scene.clock.now()))) {
    await untilDue(endpoint, command, paceMs, timer, isOver);
    if (isOver()) return;
    const sent = await Promise.all(endpoint.command(command, scene));
    await Promise.all(sent.map(({ settled }) => settled));
    await pause(timer, paceMs);
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
