import type { MedicationCommand } from '../../simulators/ehr/commands.js';
import { UNKNOWN_PROVIDER } from '../../simulators/read/values.js';
import { mint } from '../base/mint.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { MedicationOrder } from '../messages/facts.js';
import { rasO17 } from '../messages/ras-o17.js';
import { findDrug } from '../population/catalogue/drugs.js';
import { PROVIDERS } from '../population/providers.js';
import type { KnownOrder } from './cast.js';
import { envelopeFor } from './envelope.js';
import { keyOf } from './people.js';
import { prescriptionAtEhr } from './pharmacy-state.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

type Administer = Extract<MedicationCommand, { readonly kind: 'administer' }>;
/** RXA-20: CP, PA, RE, NA. */
export type DoseOutcome = Administer['outcome'];

/** An amount with its unit (UCUM). */
export interface DoseAmount {
  readonly amount: number;
  readonly unit: string;
}

type DoseFacts = Omit<Administer, 'kind' | 'patient' | 'order' | 'outcome'>;

/** RAS^O17 with RXA-21 A: what the nurse records of a dose. */
export function recordDose(session: Session, order: KnownOrder, outcome: DoseOutcome, facts: DoseFacts = {}) {
  return post(session, { kind: 'administer', outcome, ...facts, ...about(order) });
}

/** A dose of which less was taken than was ordered (PA). */
export function givePart(session: Session, order: KnownOrder, dose: DoseAmount): Promise<LiveExchange> {
  return recordDose(session, order, 'partial', { amount: inUnitOf(session, order, dose) });
}

/** A dose that was given earlier than it is recorded. */
export function recordLate(session: Session, order: KnownOrder, agoMs: number): Promise<LiveExchange> {
  const at = new Date(session.scene.clock.now().getTime() - agoMs);
  return recordDose(session, order, 'given', { at });
}

/** RXA-21 U: the last dose was of another amount. */
export function correctAmount(session: Session, order: KnownOrder, dose: DoseAmount): Promise<LiveExchange> {
  const amount = inUnitOf(session, order, dose);
  const [number, outcome] = [lastDose(session, order), 'given'] as const;
  return post(session, { kind: 'correct-administration', dose: number, outcome, amount, ...about(order) });
}

/** RXA-21 U for a dose that nobody has recorded, as a ward that is out of step sends it. */
export function correctUnknown(session: Session, order: KnownOrder): Promise<LiveExchange> {
  const dose = prescriptionAtEhr(session, order).administrations.length + 1;
  const command = { kind: 'correct-administration', dose, outcome: 'given', force: true } as const;
  return post(session, { ...command, ...about(order) });
}

/** RXA-21 D: the last dose was recorded by mistake. */
export function takeBack(session: Session, order: KnownOrder): Promise<LiveExchange> {
  const dose = lastDose(session, order);
  return post(session, { kind: 'delete-administration', dose, ...about(order) });
}

/** The last dose once more: the same RXA-2 under a control id of its own, as after a double entry. */
export async function recordAgain(session: Session): Promise<LiveExchange> {
  const { message } = session.lastSent;
  if (message?.type.code !== 'RAS') throw new HarnessError('the message before is no dose');
  session.pass();
  const controlId = mint('X', 13, ...session.scene.key, 'ehr', 'again', session.cast.next());
  session.scene.claim(controlId);
  const again = message.with('MSH-10', controlId);
  return posted(session.sent(session.player('ehr').send(again.serialize(), again, session.scene)));
}

/** A dose under numbers that no prescription has. */
export async function recordUnprescribed(session: Session, name: string): Promise<LiveExchange> {
  const { patient, visit } = session.cast.guest();
  session.pass();
  const envelope = envelopeFor(session, 'ehr', keyOf(patient));
  const { sender, at } = envelope;
  const [by = UNKNOWN_PROVIDER] = PROVIDERS;
  const [namespace = ''] = sender.application.split('^');
  const placer = { id: mint('N', 13, ...session.scene.key, 'unprescribed'), namespace };
  const drug = findDrug(name);
  const { dose: amount, doseUnit: unit } = drug;
  const common = { numbers: { placer }, priority: 'R', enteredAt: at, orderedBy: by } as const;
  const order: MedicationOrder = { ...common, control: 'RE', drug, amountMin: amount, unit };
  const dose = { order, subId: 1, startAt: at, endAt: at, amount, unit, by, completion: 'CP', action: 'A' } as const;
  const message = rasO17(envelope, { patient, administrations: [dose], ...(visit && { visit }) });
  return posted(session.sent(session.player('ehr').send(message.serialize(), message, session.scene)));
}

function about({ guest, placer }: KnownOrder) {
  return { patient: guest.patient, order: placer };
}

function post(session: Session, command: MedicationCommand): Promise<LiveExchange> {
  return posted(session.act('ehr', command));
}

async function posted(sending: Promise<readonly LiveExchange[]>): Promise<LiveExchange> {
  const exchange = (await sending).at(-1);
  if (exchange === undefined) throw new HarnessError('the dose was not sent');
  return exchange;
}

/** RXA-2 of the last dose on the MAR. */
function lastDose(session: Session, order: KnownOrder): number {
  const dose = prescriptionAtEhr(session, order).administrations.at(-1);
  if (dose === undefined) throw new HarnessError(`no dose of "${order.name}" has been recorded`);
  return dose.subId;
}

function inUnitOf(session: Session, order: KnownOrder, { amount, unit }: DoseAmount): number {
  const ordered = prescriptionAtEhr(session, order).order.unit;
  if (ordered !== unit) throw new HarnessError(`"${order.name}" is ordered in ${ordered}, not in ${unit}`);
  return amount;
}
