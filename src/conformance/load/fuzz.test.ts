import { describe, expect, it } from 'vitest';
import { type Rng, rng } from '../../base/rng.js';
import type { Profile } from '../model/profile.js';
import { type Damage, replaced, spliced } from './testdata/damage.js';
import { load, type Specimen, specimen } from './testdata/specimen.js';
import { useProfile } from './testdata/use-profile.js';

/** How many damaged profiles are tried; set PIPEHAT_FUZZ_PROFILES for more. */
const RUNS = Number(process.env['PIPEHAT_FUZZ_PROFILES'] ?? 3000);

/** Each of so many profiles that load is used as well, which takes longer. */
const USED_EVERY = RUNS > 10_000 ? 20 : 10;

const SPECIMENS: readonly Specimen[] = [
  specimen('igamt-old'),
  specimen('igamt-new'),
  specimen('chapter-2b', 'profile.xml', 'tables.xml'),
  specimen('chapter-2b', 'dialect.xml'),
];

/** Pieces that break something: markup, numbers, paths, regular expressions, characters that XML forbids. */
const PIECES = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&lt;',
  '<a>',
  '</a>',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE x>',
  '=',
  '/',
  '',
  '-1',
  '0',
  '*',
  '99999999999999999999',
  'NaN',
  '1.5',
  '.',
  '5[*].1[1]',
  '../../..',
  '((a+)+)+$',
  '\u0000',
  '\ufeff',
  '\ud800',
  'é',
  ' ',
  '\r',
  '__proto__',
  'constructor',
  'ID',
  'Ref',
  'R',
  'C(R/X)',
  'ST',
  'AND',
  'Segment',
];

const DAMAGES: readonly Damage[] = [
  // Something is put in, replaced or cut out at any place.
  (text, random) => spliced(text, random, 0, random.pick(PIECES)),
  (text, random) => spliced(text, random, random.integer(1, 12), random.pick(PIECES)),
  (text, random) => spliced(text, random, random.integer(1, 400), ''),
  // An attribute's value becomes another; an attribute or element gets lost; a line comes twice.
  (text, random) => replaced(text, random, /="[^"]*"/g, () => `="${random.pick(PIECES)}"`),
  (text, random) => replaced(text, random, /\s\w+="[^"]*"/g, () => ''),
  (text, random) => replaced(text, random, /<\w+[^<>]*\/>/g, () => ''),
  (text, random) => replaced(text, random, /.*\n/g, (line) => line.repeat(random.integer(2, 40))),
  // One element becomes another, and one value stands where another stood.
  (text, random) => replaced(text, random, /<\w+/g, () => `<${random.pick(text.match(/(?<=<)\w+/g) ?? ['a'])}`),
  (text, random) => replaced(text, random, /"[^"]*"/g, () => random.pick(text.match(/"[^"]*"/g) ?? ['""'])),
  (text, random) => text.slice(0, random.integer(0, text.length)),
];

function damaged(files: Specimen, random: Rng): Specimen {
  const texts = { ...files };
  const names = Object.keys(texts);
  for (let i = random.integer(1, 3); i > 0; i--) {
    const name = random.pick(names);
    texts[name] = random.pick(DAMAGES)(texts[name] ?? '', random);
  }
  return texts;
}

describe(`${RUNS} damaged profiles`, () => {
  it('load or are refused with places and remedies, and never throw', { timeout: 60_000 + RUNS * 20 }, () => {
    const outcomes = { loaded: 0, defective: 0 };
    let found = 0;
    for (let run = 0; run < RUNS; run++) {
      const random = rng('profiles', run);
      const result = loadNamed(run, damaged(random.pick(SPECIMENS), random));
      if (result.kind === 'loaded' && run % USED_EVERY === 0) found += useNamed(run, result.profile);
      outcomes[result.kind]++;
      const defects = result.kind === 'loaded' ? result.warnings : result.defects;
      for (const { place, message, remedy } of defects) expect(place.file && message && remedy).toBeTruthy();
      if (result.kind === 'defective') expect(defects.some(({ severity }) => severity === 'error')).toBe(true);
    }
    // Neither does the damage kill everything, nor does it leave everything alone.
    expect(Math.min(outcomes.loaded, outcomes.defective)).toBeGreaterThan(RUNS / 20);
    expect(found).toBeGreaterThan(RUNS / USED_EVERY);
  });
});

function loadNamed(run: number, files: Specimen) {
  try {
    return load(files);
  } catch (error) {
    throw new Error(`run ${run} threw`, { cause: error });
  }
}

function useNamed(run: number, profile: Profile): number {
  try {
    return useProfile(profile);
  } catch (error) {
    throw new Error(`run ${run} loads, and threw when it was used`, { cause: error });
  }
}
