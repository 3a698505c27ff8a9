import { mintDigits } from '../src/base/mint.js';
import { rng } from '../src/base/rng.js';
import { withCheckDigit } from '../src/population/check-digit.js';
import { patient } from '../src/population/patient.js';
import { visit } from '../src/population/visit.js';
import type { Walk } from './pathways.js';

/** The n-th patient (from 1) of an EHR that acts by itself, with a visit and order numbers of their own. */
export function newWalk(seed: string, n: number, at: Date): Walk {
  const key = [seed, 'walk', n];
  const id = withCheckDigit(mintDigits(8, ...key, 'record'));
  const person = patient(rng(...key, 'patient'), { id, account: mintDigits(9, ...key, 'account'), refDate: at });
  const number = mintDigits(10, ...key, 'visit');
  return {
    patient: person,
    visit: visit(rng(...key, 'visit'), { number, patientClass: 'I', at, patient: person }),
    number: (what) => ({ id: `W${mintDigits(10, ...key, what)}`, namespace: 'EHR' }),
  };
}
