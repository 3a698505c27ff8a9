import { dateText } from './age.js';
import { finder } from './catalogue/finder.js';
import type { PersonName } from './facts.js';

/** A patient that interfaces tend to damage. What is absent stays as the generator made it. */
export interface HardCase {
  readonly name: string;
  readonly person?: Partial<PersonName>;
  readonly sex?: 'F' | 'M';
  /** `YYYYMMDD`, given the day of registration. */
  readonly birthDate?: (refDate: Date) => string;
}

/** All that need more than ASCII say so in their name. */
export const HARD_CASES: readonly HardCase[] = [
  { name: 'apostrophe and hyphen', person: { family: "O'Brien-Smith", given: 'Anne-Marie' } },
  { name: 'ampersand', person: { family: 'Marks & Sons' } },
  { name: 'every delimiter', person: { family: 'A|B^C~D\\E&F' } },
  { name: 'one letter', person: { family: 'O', given: 'A' } },
  { name: 'forty characters', person: { family: 'Featherstonehaugh-Cholmondeley-Majoriban' } },
  { name: 'several words', person: { family: 'van der Berg de la Cruz', given: 'Mary Ann', suffix: 'III' } },
  { name: 'Latin accents, not ASCII', person: { family: 'Müller-Ångström', given: 'José' } },
  { name: 'Japanese, not ASCII', person: { family: '山田', given: '太郎' } },
  { name: 'Cyrillic, not ASCII', person: { family: 'Достоевский', given: 'Фёдор' } },
  { name: 'beyond the basic plane, not ASCII', person: { family: '𠮷野', given: '家' } },
  { name: 'newborn', person: { given: 'BABY BOY' }, sex: 'M', birthDate: dateText },
  { name: 'born on 29 February', birthDate: lastLeapDay },
  { name: 'born in 1900', birthDate: () => '19000228' },
];

/** The hard case of that name. Throws with the nearest names where there is none. */
export const hardCase: (name: string) => HardCase = finder({
  what: 'hard case',
  tiers: [HARD_CASES],
  names: (item) => [item.name],
  aliases: {
    'non-Latin': 'Japanese, not ASCII',
    'leap day': 'born on 29 February',
    apostrophe: 'apostrophe and hyphen',
  },
});

/** The last 29 February at least 18 years before `refDate`. */
function lastLeapDay(refDate: Date): string {
  let year = refDate.getUTCFullYear() - 19;
  while (new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1) year--;
  return `${year}0229`;
}
