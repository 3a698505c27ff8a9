import type { Message } from '../../hl7/message.js';
import type { Identifier } from './identifiers.js';
import { isSamePatient, type Patient } from './patients.js';
import { accepted, type Plan, place, refused } from './plan.js';
import type { RecordIndex } from './record-index.js';
import { isPlan, knownPatient, patientIdentifiers, visitNumber } from './subject.js';

const BEGINS: Readonly<Record<string, 'planned' | 'open' | 'nothing'>> = {
  A01: 'open',
  A04: 'open',
  A05: 'planned',
  A28: 'nothing',
  A31: 'nothing',
};

/** The events that make a patient known. */
export function isAdmission(event: string): boolean {
  return Object.hasOwn(BEGINS, event);
}

/** Admission, registration, pre-admission, and adding or updating a person. */
export function planAdmission(message: Message, index: RecordIndex): Plan {
  const identifiers = patientIdentifiers(message);
  const known = index.patients.find(identifiers).length > 0 ? knownPatient(message, index) : undefined;
  if (isPlan(known)) return known;
  const begins = BEGINS[message.type.trigger] ?? 'nothing';
  const pv1 = message.first('PV1');
  if (begins === 'nothing' || !pv1) return accepted(() => void index.patients.register(identifiers));

  const number = visitNumber(message, pv1);
  const patientClass = pv1.get('2') ?? '';
  if (number && beginsTwice(number, known, patientClass, begins, index)) {
    return refused('205', place('PV1', 19), 'a visit with this number has begun already');
  }
  const bed = begins === 'open' ? (pv1.rawText('3') ?? '') : '';
  return accepted(() => {
    index.visits.begin(number, index.patients.register(identifiers), begins, patientClass, bed);
  });
}

/** A visit begins once, unless it was planned or void before, or an open one changes its class (emergency to inpatient). */
function beginsTwice(
  number: Identifier,
  patient: Patient | undefined,
  patientClass: string,
  begins: 'planned' | 'open',
  index: RecordIndex,
): boolean {
  const visit = index.visits.byNumber(number);
  if (!visit) return false;
  if (!patient || !isSamePatient(visit.patient, patient)) return true;
  if (visit.state === 'planned' || visit.state === 'void') return false;
  return visit.state === 'closed' || begins === 'planned' || visit.patientClass === patientClass;
}
