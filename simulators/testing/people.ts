import { rng } from '../../src/base/rng.js';
import type { Patient, Visit } from '../../src/population/facts.js';
import { patient } from '../../src/population/patient.js';
import { location } from '../../src/population/places.js';
import { visit } from '../../src/population/visit.js';

const REF_DATE = new Date('2026-03-02T08:00:00Z');

/** A woman of 50 without allergies, with the given record number. */
export function somebody(id = '4711'): Patient {
  const chosen = {
    id,
    account: `A${id}`,
    refDate: REF_DATE,
    ageMin: 50,
    ageMax: 50,
    sex: 'F',
    allergies: 'none',
  } as const;
  return patient(rng('somebody', id), chosen);
}

/** An inpatient visit in bed ICU^501^1. */
export function stay(of: Patient, number = 'V1', patientClass: Visit['patientClass'] = 'I'): Visit {
  const at = REF_DATE;
  const bed = location('ICU^501^1');
  return visit(rng('stay', number), { number, patientClass, at, patient: of, location: bed });
}
