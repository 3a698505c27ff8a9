import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Rng, rng } from '../../../base/rng.js';
import { EVERYTHING } from '../../write/testdata/everything.js';
import { MORE } from '../../write/testdata/more.js';
import { writeYaml } from '../../write/yaml/write-yaml.js';
import { loadProfile } from '../load-profile.js';
import type { LoadedProfile } from '../loaded-profile.js';
import { type Damage, replaced, spliced } from '../testdata/damage.js';
import { useProfile } from '../testdata/use-profile.js';

/** How many damaged profiles are tried; set PIPEHAT_FUZZ_YAML for more. */
const RUNS = Number(process.env['PIPEHAT_FUZZ_YAML'] ?? 400);

/** The number of the first, to go on where another run ended. */
const FROM = Number(process.env['PIPEHAT_FUZZ_FROM'] ?? 0);

/** Each of so many profiles that load is used as well, which takes longer. */
const USED_EVERY = RUNS > 10_000 ? 20 : 2;

const page = readFileSync(new URL('../../../../docs/profiles.md', import.meta.url), 'utf8');
const guide = [...page.matchAll(/```yaml profiles[^\n]*\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
const shipped = new URL('../../../../profiles/acknowledgment/profile.yaml', import.meta.url);

const SPECIMENS: readonly string[] = [...guide, readFileSync(shipped, 'utf8'), writeYaml(EVERYTHING), writeYaml(MORE)];

/** Pieces that mean something to YAML, to paths, to numbers and to rules. */
const PIECES = [
  ...[
    ':',
    ': ',
    '- ',
    '#',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!!js/function ',
    '? ',
    '<<: ',
    '---',
    '%',
  ],
  ...[
    '\n',
    '\n  ',
    '\t',
    ' ',
    '',
    '\u0000',
    '\ufeff',
    '\ud800',
    'é',
    '~',
    'null',
    'true',
    '.inf',
    '0x1F',
    '-1',
    '1e999',
  ],
  ...[
    '1..*',
    '5..1',
    '*..1',
    'C(R/X)',
    'C(C/C)',
    'R',
    'Q',
    'NA',
    '__proto__',
    'constructor',
    'toString',
    'base',
    'nothing',
  ],
  ...[
    'PID-3',
    'PID-3[0].4.1.1',
    'PID-99',
    '.4',
    '.',
    '5[*].1[1]',
    '../..',
    'ORDER.ORC-1',
    '((a+)+)+$',
    '[',
    '(?<=a)b',
    '9'.repeat(30),
  ],
  ...[
    '{ not: { not: { present: PID-3 } } }',
    '{ any: [] }',
    'must: ',
    'when: ',
    'extends: ',
    'elements: ',
    'x'.repeat(5_000),
  ],
];

const DAMAGES: readonly Damage[] = [
  (text, random) => spliced(text, random, 0, random.pick(PIECES)),
  (text, random) => spliced(text, random, random.integer(1, 12), random.pick(PIECES)),
  (text, random) => spliced(text, random, random.integer(1, 200), ''),
  // A value or a key becomes another, or that of another place.
  (text, random) => replaced(text, random, /(?<=: )[^\n{}[\],]+/g, () => random.pick(PIECES)),
  (text, random) =>
    replaced(text, random, /(?<=: )[^\n{}[\],]+/g, () => random.pick(text.match(/(?<=: )[^\n{}[\],]+/g) ?? [''])),
  (text, random) => replaced(text, random, /\w+(?=:)/g, () => random.pick(text.match(/\w+(?=:)/g) ?? [''])),
  (text, random) => replaced(text, random, /\w+(?=:)/g, () => random.pick(PIECES)),
  // A path leads elsewhere.
  (text, random) =>
    replaced(
      text,
      random,
      /[A-Z]{3}-\d+(\.\d+)*/g,
      (path) => `${path}${random.pick(['.1', '.9', '[2]', '[*]', '-1', '.0'])}`,
    ),
  // A line is lost, comes twice or stands at another depth.
  (text, random) => replaced(text, random, /.*\n/g, () => ''),
  (text, random) => replaced(text, random, /.*\n/g, (line) => line.repeat(random.integer(2, 30))),
  (text, random) =>
    replaced(text, random, /^ */gm, (blanks) => ' '.repeat(Math.max(0, blanks.length + random.integer(-4, 4)))),
  (text, random) => text.slice(0, random.integer(0, text.length)),
];

function damaged(random: Rng): string {
  let text = random.pick(SPECIMENS);
  for (let i = random.integer(1, 3); i > 0; i--) text = random.pick(DAMAGES)(text, random);
  return text;
}

const folder = mkdtempSync(join(tmpdir(), 'pipehat-damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe(`${RUNS} damaged profiles in YAML`, () => {
  it('load and can be used, or are refused with places and remedies', { timeout: 60_000 + RUNS * 200 }, () => {
    const outcomes = { loaded: 0, defective: 0 };
    for (let run = FROM; run < FROM + RUNS; run++) {
      const result = attempt(run, () => loadText(damaged(rng('yaml-profiles', run))));
      outcomes[result.kind]++;
      const fault = faultOf(result);
      if (fault !== undefined) expect.fail(`run ${run}: ${fault}`);
      if (result.kind === 'loaded' && run % USED_EVERY === 0) attempt(run, () => useProfile(result.profile));
    }
    expect(Math.min(outcomes.loaded, outcomes.defective)).toBeGreaterThan(RUNS / 20);
  });
});

/** What a result must never be. */
function faultOf(result: LoadedProfile): string | undefined {
  const defects = result.kind === 'loaded' ? result.warnings : result.defects;
  const vague = defects.find(({ place, message, remedy }) => !(place.file && message && remedy));
  if (vague !== undefined) return `a defect without place, words or remedy: ${JSON.stringify(vague)}`;
  const isReason = result.kind === 'loaded' || defects.some(({ severity }) => severity === 'error');
  return isReason ? undefined : 'refused without an error';
}

function loadText(text: string): LoadedProfile {
  writeFileSync(join(folder, 'profile.yaml'), text);
  return loadProfile(folder);
}

function attempt<T>(run: number, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Error(`run ${run} threw`, { cause: error });
  }
}
