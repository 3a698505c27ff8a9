import { findAllergy } from '../population/catalogue/allergies.js';
import { findDrug } from '../population/catalogue/drugs.js';
import type { Coded, Drug } from '../population/facts.js';
import type { KnownOrder } from './cast.js';
import type { Asking } from './ordering.js';
import { askAboutPrescription, dispense, type PrescriptionWish, prescribe, verify } from './pharmacy.js';
import { type DoseAmount, recordDose } from './pharmacy-doses.js';
import { expectPrescription, type PrescriptionState, prescriptionAtPharmacy } from './pharmacy-state.js';
import { expectDoseTold } from './pharmacy-view.js';
import { accepted, update } from './registration.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** How far the pharmacy is with a prescription, each stage behind the one before. */
const STAGES = ['accepted', 'verified', 'dispensed'] as const;
export type PrescriptionProgress = (typeof STAGES)[number];

/** A precondition: the pharmacy has taken the prescription, and the EHR has heard so. */
export async function prescribed(session: Session, name: string, wish: PrescriptionWish = {}): Promise<KnownOrder> {
  await accepted(session, prescribe(session, name, wish));
  const order = session.cast.order(name);
  await expectPrescription(session, order, 'accepted');
  return order;
}

/** A precondition in one go: the prescription is verified and stands on the MAR. */
export async function active(session: Session, name: string, wish: PrescriptionWish = {}): Promise<void> {
  await prepare(session, await prescribed(session, name, wish), 'verified');
}

/** A precondition: the pharmacy goes on until it is so far with the prescription, and the EHR knows it. */
export async function prepare(session: Session, order: KnownOrder, progress: PrescriptionProgress): Promise<void> {
  const reached = (STAGES as readonly string[]).indexOf(prescriptionAtPharmacy(session, order)?.state ?? '');
  for (const stage of STAGES.slice(Math.max(1, reached + 1), STAGES.indexOf(progress) + 1)) {
    await accepted(session, stage === 'dispensed' ? dispense(session, order) : verify(session, order));
    await expectPrescription(session, order, stage);
  }
}

/** A precondition: the allergy is in the record of the EHR (A08 with AL1). */
export async function recordAllergy(session: Session, name: string): Promise<void> {
  await accepted(session, update(session, { allergies: [findAllergy(name)] }));
}

const ASK: Readonly<Partial<Record<PrescriptionState, Asking>>> = {
  cancelled: 'cancel-order',
  held: 'hold-order',
  released: 'release-order',
  discontinued: 'discontinue-order',
};

/** A precondition: the EHR has asked for it, the pharmacy has granted it, and the EHR knows. */
export async function bring(session: Session, order: KnownOrder, state: PrescriptionState): Promise<void> {
  const asking = ASK[state];
  if (asking === undefined) throw new HarnessError(`the EHR cannot ask that a prescription becomes ${state}`);
  await accepted(session, askAboutPrescription(session, asking, order));
  await expectPrescription(session, order, state);
}

/** A precondition: a dose was given as ordered, and the pharmacy has been told. */
export async function given(session: Session, order: KnownOrder): Promise<void> {
  await accepted(session, recordDose(session, order, 'given'));
  await expectDoseTold(session, order, 'given');
}

/** One part of a taper: so much, so often, for so many days. */
export interface TaperStep extends DoseAmount {
  readonly pattern: string;
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** OMP^O09 with a TQ1 for each part, one after the other (TQ1-12 S). */
export async function prescribeTaper(session: Session, name: string, route: string, steps: readonly TaperStep[]) {
  let startAt = session.scene.clock.now();
  const parts = steps.map(({ amount, unit, pattern, days }) => {
    const endAt = new Date(startAt.getTime() + days * DAY_MS);
    const part = { quantity: { amount, unit }, repeatPattern: pattern, startAt, endAt };
    startAt = endAt;
    return part;
  });
  const [first, ...phases] = parts;
  if (first === undefined) return prescribe(session, name, { route });
  const { quantity, ...timing } = first;
  return prescribe(session, name, { route, amountMin: quantity.amount, unit: quantity.unit, ...timing, phases });
}

/** OMP^O09 with the rate (RXO-21) and the parts of a mixture (RXC): the fluid as the base, something in it as the additive. */
export function prescribeInfusion(
  session: Session,
  name: string,
  rate: DoseAmount,
  additive: DoseAmount & { readonly name: string },
) {
  const fluid = findDrug(name);
  const base = { kind: 'B', drug: coded(fluid), amount: fluid.dose, unit: fluid.doseUnit } as const;
  const { amount, unit } = additive;
  const added = { kind: 'A', drug: coded(findDrug(additive.name)), amount, unit } as const;
  return prescribe(session, name, { route: 'IV', repeatPattern: 'C', rate, components: [base, added] });
}

function coded({ code, text, system }: Drug): Coded {
  return { code, text, system };
}
