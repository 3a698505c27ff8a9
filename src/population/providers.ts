import type { Rng } from '../base/rng.js';
import { checkDigit } from './check-digit.js';
import type { Provider } from './facts.js';

/** A provider with the hospital service (PV1-10) in which they work. */
export interface StaffMember extends Provider {
  readonly hospitalService: string;
}

const NAMES: readonly (readonly [hospitalService: string, family: string, given: string])[] = [
  ['MED', 'Aldous', 'Ruth'],
  ['MED', 'Banerjee', 'Anil'],
  ['MED', 'Castellan', 'Maria'],
  ['EMR', 'Draycott', 'Simon'],
  ['EMR', 'Eze', 'Ngozi'],
  ['CAR', 'Farrow', 'Helen'],
  ['PUL', 'Grimaldi', 'Paolo'],
  ['SUR', 'Hartmann', 'Eva'],
  ['SUR', 'Ibarra', 'Luis'],
  ['ORT', 'Jessop', 'Martin'],
  ['URO', 'Kowalczyk', 'Adam'],
  ['ICU', 'Lindqvist', 'Karin'],
  ['NEU', 'Moreau', 'Claire'],
  ['REN', 'Nakamura', 'Ken'],
  ['ONC', 'Okafor', 'Grace'],
  ['PSY', 'Pemberton', 'Joan'],
  ['RHB', 'Quayle', 'Peter'],
  ['OBS', 'Rosenthal', 'Miriam'],
  ['NEO', 'Sandoval', 'Ines'],
  ['PED', 'Thackeray', 'Owen'],
  ['LAB', 'Underhill', 'Frances'],
  ['RAD', 'Vasquez', 'Diego'],
  ['RAD', 'Whitcombe', 'Laura'],
  ['PHA', 'Xenakis', 'Nikos'],
  ['PHA', 'Yarwood', 'Alice'],
  ['NUR', 'Zielinski', 'Hanna'],
  ['NUR', 'Abernathy', 'Joyce'],
];

/** The staff of the hospital: always the same people. */
export const PROVIDERS: readonly StaffMember[] = NAMES.map(([hospitalService, family, given], index) => ({
  // NPIs that start with 2 are reserved and not issued so far: these cannot belong to a person.
  id: npi(`2${String(10_000_000 + index * 13_731)}`),
  family,
  given,
  authority: 'NPI',
  hospitalService,
}));

/** Somebody of that hospital service (`RAD`, `PHA`, `NUR` ...); somebody of medicine where nobody works in it. */
export function provider(random: Rng, hospitalService = 'MED'): StaffMember {
  const team = PROVIDERS.filter((member) => member.hospitalService === hospitalService);
  return random.pick(team.length > 0 ? team : PROVIDERS.filter((member) => member.hospitalService === 'MED'));
}

/** A national provider identifier from its first nine digits: the check digit counts the card issuer prefix 80840. */
export function npi(nineDigits: string): string {
  if (!/^[12]\d{8}$/.test(nineDigits))
    throw new Error(`an NPI needs 9 digits that start with 1 or 2, not '${nineDigits}'`);
  return nineDigits + checkDigit(`80840${nineDigits}`);
}
