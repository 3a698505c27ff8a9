import { mintDigits } from '../base/mint.js';
import { rng } from '../base/rng.js';
import { AUTHORITY } from '../population/authority.js';
import { withCheckDigit } from '../population/check-digit.js';
import type { Identifier, Location, Patient, Visit } from '../population/facts.js';
import { identifier, type PatientOptions, patient, secondRecord } from '../population/patient.js';
import { visit } from '../population/visit.js';
import type { Guest } from './cast.js';
import type { Session } from './session.js';

/** What a scenario says about a person; all else is made up, coherently, from the seed. */
export type PersonWish = Omit<PatientOptions, 'id' | 'account' | 'refDate'> & {
  /** A record number of the scenario's own choice, for two people who share one under different authorities. */
  readonly id?: string;
};

/** Makes up a person whom the scenario calls `name`, under numbers that belong to this scenario alone. */
export function introduce(session: Session, name = 'patient', wish: PersonWish = {}): Guest {
  const { scene, cast } = session;
  const id = wish.id ?? newRecordNumber(session);
  const account = mintDigits(9, ...scene.key, 'account', cast.next());
  const options = { ...wish, id, account, refDate: scene.startedAt };
  return welcome(session, name, patient(rng(...scene.key, 'patient', name), options));
}

/** Registers the same person once more by mistake, under another record number. */
export function introduceTwice(session: Session, name: string, original: Guest): Guest {
  const id = newRecordNumber(session);
  const account = mintDigits(9, ...session.scene.key, 'account', session.cast.next());
  return welcome(session, name, secondRecord(original.patient, { id, account }));
}

/** A visit of the guest: inpatient in a bed, outpatient, emergency or planned. */
export function newVisit(
  session: Session,
  guest: Guest,
  patientClass: Visit['patientClass'],
  location?: Location,
): Visit {
  const { scene, cast } = session;
  const number = newVisitNumber(session).id;
  const options = {
    number,
    patientClass,
    at: scene.clock.now(),
    patient: guest.patient,
    ...(location && { location }),
  };
  return visit(rng(...scene.key, 'visit', cast.next()), options);
}

export function newVisitNumber(session: Session): Identifier {
  const id = mintDigits(10, ...session.scene.key, 'visit-number', session.cast.next());
  session.scene.claim(id);
  return identifier(id, 'VN');
}

/** Numbers that the hospital gave the person: `id^authority` is also the key of the simulators' state. */
export function keyOf(patient: Patient): string {
  const [number] = patient.identifiers;
  return number === undefined ? '' : `${number.id}^${number.authority}`;
}

function newRecordNumber(session: Session): string {
  return withCheckDigit(mintDigits(8, ...session.scene.key, 'record', session.cast.next()));
}

function welcome(session: Session, name: string, person: Patient): Guest {
  for (const { id, authority } of person.identifiers) {
    session.scene.claim(`${id}^${authority}`);
    // Without its authority a number may be anybody's; the scenario that owns it under ours goes first.
    if (authority === AUTHORITY) session.scene.claim(id);
  }
  return session.cast.add(name, { patient: person, visit: undefined });
}
