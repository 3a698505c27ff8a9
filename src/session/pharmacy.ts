import type { MedicationCommand, NewPrescription } from '../../simulators/ehr/commands.js';
import type { PharmacyCommand } from '../../simulators/pharmacy/commands.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import { findDrug } from '../population/catalogue/drugs.js';
import type { KnownOrder } from './cast.js';
import type { Asking } from './ordering.js';
import type { DoseAmount } from './pharmacy-doses.js';
import { expectAtPharmacy, prescriptionAtPharmacy } from './pharmacy-state.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** What a scenario says of a prescription; dose and unit are the drug's where nothing else is said. */
export type PrescriptionWish = Partial<Omit<NewPrescription, 'drug' | 'number'>> & {
  /** Table 0162; absent: the drug's own. */
  readonly route?: string;
};

function describe(name: string, { route, ...facts }: PrescriptionWish): NewPrescription {
  const drug = findDrug(name);
  return { ...facts, drug: route === undefined ? drug : { ...drug, route } };
}

/** OMP^O09 NW. The drug by the name that a ward uses. */
export async function prescribe(session: Session, name: string, wish: PrescriptionWish = {}): Promise<LiveExchange> {
  const guest = session.cast.guest();
  const prescriptions = [describe(name, wish)];
  const sent = last(await session.act('ehr', { kind: 'prescribe', patient: guest.patient, prescriptions }));
  session.cast.addOrder({ name, kind: 'medication', guest, placer: placerOf(sent, 1) });
  return sent;
}

/** OMP^O09 RP with RO: the new prescription becomes "the prescription". */
export async function replacePrescription(session: Session, order: KnownOrder, name: string, wish: PrescriptionWish) {
  const { guest, placer } = order;
  const replacement = describe(name, wish);
  const sent = last(
    await session.act('ehr', {
      kind: 'replace-prescription',
      patient: guest.patient,
      order: placer,
      replacement,
    }),
  );
  session.cast.addOrder({ name, kind: 'medication', guest, placer: placerOf(sent, 2) });
  return sent;
}

/** OMP^O09 XO: another dose. */
export async function changeDose(session: Session, order: KnownOrder, dose: DoseAmount): Promise<LiveExchange> {
  const { guest, placer } = order;
  const changes = { amountMin: dose.amount, unit: dose.unit };
  return last(
    await session.act('ehr', { kind: 'change-prescription', patient: guest.patient, order: placer, changes }),
  );
}

const ASKED = {
  'cancel-order': 'cancel-prescription',
  'discontinue-order': 'discontinue-prescription',
  'hold-order': 'hold-prescription',
  'release-order': 'release-prescription',
} as const satisfies Readonly<Record<Asking, MedicationCommand['kind']>>;

/** OMP^O09 CA, DC, HD or RL. */
export async function askAboutPrescription(session: Session, asking: Asking, order: KnownOrder): Promise<LiveExchange> {
  const { guest, placer } = order;
  return last(await session.act('ehr', { kind: ASKED[asking], patient: guest.patient, order: placer }));
}

/** What a pharmacist does with a prescription, the prescription itself apart. */
type Work = PharmacyCommand extends infer Command
  ? Command extends PharmacyCommand
    ? Omit<Command, 'patient' | 'order'>
    : never
  : never;

async function work(session: Session, order: KnownOrder, task: Work): Promise<LiveExchange> {
  if (prescriptionAtPharmacy(session, order) === undefined) await expectAtPharmacy(session, order, 'accepted');
  const patient = recordAt(session, 'pharmacy', order.guest).care.patient ?? order.guest.patient;
  return last(await session.act('pharmacy', { ...task, patient, order: order.placer } as PharmacyCommand));
}

/** RDE^O11: a pharmacist has checked the prescription, or a change to it. */
export function verify(session: Session, order: KnownOrder): Promise<LiveExchange> {
  return work(session, order, { kind: 'verify' });
}

/** RDS^O13 under the next sub-id (RXD-1). */
export function dispense(session: Session, order: KnownOrder): Promise<LiveExchange> {
  return work(session, order, { kind: 'dispense' });
}

/** What the pharmacy does of its own accord: RDE^O11 with OH, OE, OD or OC. */
export type Decision = 'hold' | 'release' | 'discontinue' | 'refuse';

export function decide(session: Session, order: KnownOrder, kind: Decision, reason: string): Promise<LiveExchange> {
  return work(session, order, { kind, reason });
}

function last(exchanges: readonly LiveExchange[]): LiveExchange {
  const exchange = exchanges.at(-1);
  if (exchange === undefined) throw new HarnessError('an action about a medicine without a message');
  return exchange;
}

/** ORC-2 of the nth order of the message, 1-based. */
function placerOf({ message }: LiveExchange, nth: number): KnownOrder['placer'] {
  return { id: message?.get(`ORC[${nth}]-2.1`) ?? '', namespace: message?.get(`ORC[${nth}]-2.2`) ?? '' };
}
