import type { faker } from '@faker-js/faker/locale/en';
import type { Rng } from '../base/rng.js';
import { ageYears, birthDateFor } from './age.js';
import { AUTHORITY } from './authority.js';
import { ALLERGIES } from './catalogue/allergies.js';
import { insurance } from './coverage.js';
import type { Address, Allergy, Identifier, Patient, PersonName } from './facts.js';
import { type HardCase, hardCase } from './hard-cases.js';
import { nextOfKin } from './next-of-kin.js';
import { phoneNumber } from './phone.js';
import { seededFaker } from './seeded-faker.js';

export interface PatientOptions {
  /** The medical record number (CX.1). */
  readonly id: string;
  readonly account: string;
  /** CX.4 of both numbers; our own when absent. */
  readonly authority?: string;
  /** The day on which the patient is registered: ages count back from here. */
  readonly refDate: Date;
  /** Whole years, both ends included; 18 to 90 when absent. */
  readonly ageMin?: number;
  readonly ageMax?: number;
  readonly sex?: 'F' | 'M';
  /** The name of a hard case, see hard-cases.ts. Throws where there is none of that name. */
  readonly hardCase?: string;
  /** `harmless` (when absent): never to a drug, so that no prescription is refused by accident. */
  readonly allergies?: 'none' | 'harmless' | 'any';
}

/** A synthetic person. The same stream and options give the same facts. ASCII only, unless a hard case says otherwise. */
export function patient(random: Rng, options: PatientOptions): Patient {
  const hard: HardCase = options.hardCase === undefined ? { name: '' } : hardCase(options.hardCase);
  const fake = seededFaker(random, options.refDate);
  const sex = hard.sex ?? options.sex ?? random.pick(['F', 'M'] as const);
  const age = random.integer(options.ageMin ?? 18, Math.max(options.ageMin ?? 18, options.ageMax ?? 90));
  const born = birthDateFor(random, age, options.refDate);
  const birthDate = hard.birthDate?.(options.refDate) ?? born;
  const years = ageYears(birthDate, options.refDate);
  const name = { ...personName(random, fake, sex), ...hard.person };
  const maritalStatus = years < 18 ? 'S' : random.pick(years >= 70 ? ['M', 'W', 'W', 'D'] : ['S', 'M', 'M', 'D']);
  return {
    identifiers: [identifier(options.id, 'MR', options.authority)],
    name,
    birthDate,
    sex,
    address: address(random, fake),
    phone: phoneNumber(random),
    language: 'EN',
    maritalStatus,
    account: identifier(options.account, 'AN', options.authority),
    allergies: allergies(random, options.allergies ?? 'harmless'),
    nextOfKin: [nextOfKin(random, fake, { family: name.family, sex, ageYears: years, maritalStatus })],
    insurance: insurance(random, years),
  };
}

/** The same person registered once more by mistake, under other numbers: what a merge puts right. */
export function secondRecord(of: Patient, numbers: Pick<PatientOptions, 'id' | 'account' | 'authority'>): Patient {
  return {
    ...of,
    identifiers: [identifier(numbers.id, 'MR', numbers.authority)],
    account: identifier(numbers.account, 'AN', numbers.authority),
  };
}

/** An identifier of our own authority unless another is named. */
export function identifier(id: string, type: string, authority: string = AUTHORITY): Identifier {
  return { id, authority, type };
}

function personName(random: Rng, fake: typeof faker, sex: 'F' | 'M'): PersonName {
  const word = sex === 'F' ? 'female' : 'male';
  return {
    family: fake.person.lastName(),
    given: fake.person.firstName(word),
    ...(random.chance(0.6) ? { middle: fake.person.firstName(word).charAt(0) } : {}),
    ...(sex === 'M' && random.chance(0.05) ? { suffix: 'JR' } : {}),
  };
}

function address(random: Rng, fake: typeof faker): Address {
  return {
    street: fake.location.streetAddress(),
    ...(random.chance(0.2) ? { other: `Apt ${random.integer(1, 40)}` } : {}),
    city: fake.location.city(),
    state: fake.location.state({ abbreviated: true }),
    zip: fake.location.zipCode('#####'),
    country: 'USA',
  };
}

function allergies(random: Rng, kind: 'none' | 'harmless' | 'any'): readonly Allergy[] {
  if (kind === 'none' || !random.chance(0.3)) return [];
  // Table 0127: DA is a drug allergy.
  const pool = kind === 'any' ? ALLERGIES : ALLERGIES.filter(({ type }) => type !== 'DA');
  const first = random.pick(pool);
  const second = random.pick(pool);
  return random.chance(0.3) && second !== first ? [first, second] : [first];
}
