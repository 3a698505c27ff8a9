import type { Rng } from '../base/rng.js';
import { ageYears } from './age.js';
import { type DiagnosisFor, pickDiagnosis, serviceFor } from './diagnosis.js';
import type { Coded, Location, Patient, Visit } from './facts.js';
import { identifier } from './patient.js';
import { bedIn, findPlace, PLACES, type Place } from './places.js';
import { provider } from './providers.js';

const DAY_MS = 86_400_000;

export interface VisitOptions {
  readonly number: string;
  readonly authority?: string;
  readonly patientClass: Visit['patientClass'];
  /** When the patient arrives; for a pre-admission, when it is booked. */
  readonly at: Date;
  /** Absent: a bed or clinic that fits the diagnosis. */
  readonly location?: Location;
  /** Whose visit it is, so that diagnosis and ward fit age and sex. Absent: an adult of 40. */
  readonly patient?: Pick<Patient, 'birthDate' | 'sex'>;
  /** Absent: one that fits class, sex and age. */
  readonly diagnosis?: Coded;
}

/** One encounter. A pre-admission has a pending location and an expected date instead of a bed and an admission. */
export function visit(random: Rng, options: VisitOptions): Visit {
  const who = whoseVisit(options);
  const diagnosis = options.diagnosis ?? pickDiagnosis(random, who);
  const service = serviceFor(diagnosis, who.ageYears);
  const ward = placeFor(service, options.patientClass);
  const bed = options.location ?? bedIn(random, ward);
  const hospitalService = serviceAt(bed) ?? ward.hospitalService;
  return {
    number: identifier(options.number, 'VN', options.authority),
    patientClass: options.patientClass,
    hospitalService,
    attending: provider(random, hospitalService),
    admitting: provider(random, options.patientClass === 'I' ? 'EMR' : hospitalService),
    diagnoses: options.patientClass === 'N' ? [] : [plain(diagnosis)],
    ...whereAndWhen(random, options, bed),
  };
}

function whoseVisit({ patient, patientClass, at }: VisitOptions): DiagnosisFor {
  if (patient === undefined) return { patientClass, ageYears: 40 };
  return { patientClass, sex: patient.sex, ageYears: ageYears(patient.birthDate, at) };
}

function whereAndWhen(random: Rng, { patientClass, number, at }: VisitOptions, bed: Location): Partial<Visit> {
  switch (patientClass) {
    case 'N':
      return {};
    case 'P': {
      const expectedAdmit = new Date(at.getTime() + random.integer(2, 14) * DAY_MS);
      return { pendingLocation: bed, preAdmitNumber: `P${number}`, expectedAdmit };
    }
    default:
      return { location: bed, admittedAt: at };
  }
}

function placeFor(hospitalService: string, patientClass: Visit['patientClass']): Place {
  if (patientClass === 'E') return findPlace('ED');
  const type = patientClass === 'O' ? 'C' : 'N';
  const fitting = PLACES.find((place) => place.type === type && place.hospitalService === hospitalService);
  return fitting ?? findPlace(type === 'C' ? 'OPMED' : 'MED1');
}

function serviceAt({ pointOfCare }: Location): string | undefined {
  return PLACES.find((place) => place.pointOfCare === pointOfCare)?.hospitalService;
}

function plain({ code, text, system }: Coded): Coded {
  return { code, text, system };
}
