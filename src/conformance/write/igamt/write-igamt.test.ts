import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseProfile } from '../../load/base/base-profile.js';
import { loadProfile } from '../../load/load-profile.js';
import { profileOf, site } from '../../load/yaml/testdata/load.js';
import type { Profile } from '../../model/profile.js';
import type { Attached, RuleSet } from '../../model/rule.js';
import { bare } from '../testdata/bare.js';
import { EVERYTHING } from '../testdata/everything.js';
import { BUNDLES, hasFixtures, warnWithoutFixtures } from '../testdata/fixtures.js';
import { MORE } from '../testdata/more.js';
import { writeIgamt } from './write-igamt.js';

/** What the loader makes of the files. */
function loaded(files: ReadonlyMap<string, string>): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-write-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const result = loadProfile(folder);
    if (result.kind === 'loaded') return result.profile;
    throw new Error(result.defects.map(({ place, message }) => `${place.file}:${place.line}: ${message}`).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const KINDS = ['datatype', 'segment', 'group', 'message'];

/** The files keep the rules of one definition together, which changes nothing. */
function regrouped<Rule>(rules: readonly Attached<Rule>[]): readonly Attached<Rule>[] {
  const key = ({ on }: Attached<Rule>): string => `${on.kind} ${on.by} ${on.value}`;
  const order = [...new Set(rules.map(key))];
  return [...rules].sort(
    (a, b) => KINDS.indexOf(a.on.kind) - KINDS.indexOf(b.on.kind) || order.indexOf(key(a)) - order.indexOf(key(b)),
  );
}

function comparable(profile: Profile): unknown {
  const { statements, predicates, keyed, bindings, singleCodes, orderIndifferent } = profile.rules;
  const rules: RuleSet = {
    statements: regrouped(statements),
    predicates: regrouped(predicates),
    keyed: regrouped(keyed),
    bindings: regrouped(bindings),
    singleCodes: regrouped(singleCodes),
    orderIndifferent,
  };
  return bare({ ...profile, rules });
}

describe('a profile written as an IGAMT bundle', () => {
  it('is the same when it is read again, and loses nothing', () => {
    const { files, losses } = writeIgamt(EVERYTHING);
    expect([...files.keys()]).toHaveLength(6);
    expect(comparable(loaded(files))).toEqual(comparable(EVERYTHING));
    expect(losses).toEqual([]);
  });

  it('tells what the form cannot say', () => {
    const { files, losses } = writeIgamt(MORE);
    expect(losses).toEqual([
      'what acknowledgments are expected: the profile',
      'choices: written as a group of optional segments, rules that lead into it go astray: A|B',
      'words about elements: OBX_1, ZZZ-2',
      'requirement ids of elements: OBX_1, ZZZ-2',
      'usages C(a/b) without a condition: written as C: OBX_1, ZZZ-2',
      'lengths of which one bound is not given: ZZZ-1',
      'examples: ZZZ-2',
      'conditions that are in words only: ZZZ 2[1]',
      'requirement ids of value sets: REQ-3',
    ]);
    expect(loaded(files).messages).toHaveLength(3);
  });

  it('gives the base standard a form that loads', () => {
    const profile = baseProfile('2.5.1', 'ADT_A01');
    expect(comparable(loaded(writeIgamt(profile).files))).toEqual(comparable({ ...profile }));
  });

  it('finds the condition of an element, a segment or a group wherever it is attached', () => {
    const made = profileOf(
      site(
        'ORU^R01^ORU_R01',
        `elements:
  ORDER_OBSERVATION.OBR-25: { usage: C(R/X), when: { present: ORDER_OBSERVATION.ORC-1 } }
  ORDER_OBSERVATION.SPECIMEN: { usage: C(R/RE), when: { present: OBR-25 } }
  PATIENT.PD1: { usage: C(X/O), when: { present: PID-30 } }
`,
      ),
    );
    const { files, losses } = writeIgamt(made);
    expect(losses).toEqual([]);
    const outcomes = (profile: Profile) =>
      profile.rules.predicates.map(({ rule }) => `${rule.target} C(${rule.whenTrue}/${rule.whenFalse})`).sort();
    expect(outcomes(loaded(files))).toEqual(outcomes(made));
    expect(outcomes(made)).toHaveLength(3);
  });

  it('takes text that XML must escape, and leaves out what it cannot hold', () => {
    const { files } = writeIgamt({ ...EVERYTHING, name: 'a<b & "c"\n\u0000d', description: 'x\u0001' });
    expect(loaded(files)).toMatchObject({ name: 'a<b & "c"\nd', description: 'x' });
  });
});

warnWithoutFixtures('that public profiles survive the way into IGAMT files and back');

describe.skipIf(!hasFixtures)('public profiles', () => {
  it.each(BUNDLES.map((path) => [basename(path), path]))('%s are the same when they are read again', (_, path) => {
    const result = loadProfile(path);
    if (result.kind === 'defective') throw new Error('it does not load');
    const { files, losses } = writeIgamt(result.profile);
    expect(losses).toEqual([]);
    expect(comparable(loaded(files))).toEqual(comparable(result.profile));
  });
});
