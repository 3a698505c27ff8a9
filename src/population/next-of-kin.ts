import type { faker } from '@faker-js/faker/locale/en';
import type { Rng } from '../base/rng.js';
import type { NextOfKin } from './facts.js';
import { phoneNumber } from './phone.js';

/** Table 0063. */
const RELATIONSHIPS = {
  SPO: 'Spouse',
  MTH: 'Mother',
  FTH: 'Father',
  SIB: 'Sibling',
  CHD: 'Child',
} as const;
type Relationship = keyof typeof RELATIONSHIPS;

export interface KinOf {
  readonly family: string;
  readonly sex: 'F' | 'M';
  readonly ageYears: number;
  readonly maritalStatus: string;
}

/** One contact who fits: a parent for a child, the spouse of the married, else a sibling or a grown child. */
export function nextOfKin(random: Rng, fake: typeof faker, of: KinOf): NextOfKin {
  const code = relationship(random, of);
  return {
    name: { family: of.family, given: fake.person.firstName(sexOf(code, of.sex)) },
    relationship: { code, text: RELATIONSHIPS[code] },
    phone: phoneNumber(random),
  };
}

function relationship(random: Rng, { ageYears, maritalStatus }: KinOf): Relationship {
  if (ageYears < 18) return random.pick(['MTH', 'FTH']);
  if (maritalStatus === 'M') return 'SPO';
  return ageYears >= 60 ? random.pick(['CHD', 'SIB']) : 'SIB';
}

function sexOf(code: Relationship, sex: 'F' | 'M'): 'female' | 'male' | undefined {
  if (code === 'MTH') return 'female';
  if (code === 'FTH') return 'male';
  if (code === 'SPO') return sex === 'F' ? 'male' : 'female';
  return undefined;
}
