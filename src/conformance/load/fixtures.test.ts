import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../model/profile.js';
import { loadProfile } from './load-profile.js';

/** Public profiles, kept outside of the repository. */
const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(process.env['PIPEHAT_FIXTURES'] ?? resolve(repository, '../shared/fixtures'), 'igamt');
const isThere = existsSync(folder);

if (!isThere) {
  console.warn(`NOT CHECKED: that public profiles load, since ${folder} is not there. Set PIPEHAT_FIXTURES.`);
}

/** How much of everything a profile has. */
function counts({ messages, segments, datatypes, valueSets, rules, coConstraints, slicings }: Profile) {
  const codes = [...valueSets.sets.values()].reduce((sum, set) => sum + set.codes.length, 0);
  return {
    messages: messages.length,
    segments: segments.size,
    datatypes: datatypes.size,
    sets: [valueSets.sets.size, codes, valueSets.excluded.size],
    statements: rules.statements.length,
    predicates: rules.predicates.length,
    bindings: [rules.bindings.length, rules.singleCodes.length],
    tables: [coConstraints.length, slicings.length],
  };
}

function load(path: string): Profile {
  const result = loadProfile(join(folder, path));
  if (result.kind === 'loaded') {
    expect(result.warnings).toEqual([]);
    return result.profile;
  }
  throw new Error(result.defects.map(({ message, place }) => `${place.file}:${place.line} ${message}`).join('\n'));
}

// segments, data types, [sets, codes, excluded], statements, predicates, [bindings, single codes], [co-constraints, slicings]
const BUNDLES = [
  ['nndss-oru-v2', 19, 84, [155, 2318, 54], 38, 0, [226, 3], [0, 0]],
  ['immunization-vxu', 20, 79, [220, 3117, 63], 45, 40, [418, 1], [1, 2]],
  ['syndromic-a03/ack', 21, 59, [201, 6137, 142], 63, 14, [355, 0], [0, 0]],
  ['syndromic-a03/noack', 21, 59, [201, 6137, 142], 63, 14, [355, 0], [0, 0]],
  ['syndromic-a03/ack-response', 4, 25, [39, 1114, 142], 63, 14, [44, 0], [0, 0]],
  ['syndromic-a04/ack', 23, 63, [207, 6137, 142], 63, 14, [365, 0], [0, 0]],
  ['syndromic-a04/noack', 23, 63, [207, 6137, 142], 63, 14, [365, 0], [0, 0]],
  ['syndromic-a04/ack-response', 4, 25, [39, 1114, 142], 63, 14, [44, 0], [0, 0]],
] as const;

describe.skipIf(!isThere)('IGAMT bundles', () => {
  it.each(BUNDLES)('%s', (path, segments, datatypes, sets, statements, predicates, bindings, tables) => {
    expect(counts(load(path))).toEqual({
      messages: 1,
      segments,
      datatypes,
      sets,
      statements,
      predicates,
      bindings,
      tables,
    });
  });

  it('keep what the immunization profile says at single places', () => {
    const { rules, slicings, coConstraints, segments } = load('immunization-vxu');
    const [order] = coConstraints;
    expect(order?.tables.map(({ rows, groups, groupIds }) => [rows.length, groups.length, groupIds.length])).toEqual([
      [2, 0, 0],
      [0, 2, 1],
    ]);
    expect(slicings.map(({ kind, context }) => `${kind} ${context}`)).toEqual([
      'segments VXU_V04.ORDER',
      'fields PID_IZ 1_5',
    ]);
    const ofRxa = rules.bindings.filter(({ on, rule }) => on.value === 'RXA_IZ01' && rule.target === '5[*]');
    expect(ofRxa.map(({ rule }) => rule.sets.join())).toEqual(['CVX,NDC_Sale,NDC_Use', 'CVX,NDC_Use,NDC_Sale']);
    expect([...segments.values()].flatMap(({ mappings }) => mappings.length)).toContain(1);
  });
});

describe.skipIf(!isThere)('chapter 2.B profiles', () => {
  it.each([
    ['ADT_A40_2.3.1.xml', 'ADT_A40', 6, { accept: 'NE', application: 'AL', mode: 'Deferred' }],
    ['OML_O33_2.5.xml', 'OML_O33', 25, { accept: 'NE', application: 'AL', mode: 'Deferred' }],
    ['ORU_R01_LRI_GU_RU_2.5.1.xml', 'ORU_R01', 21, { accept: 'NE', application: 'AL', mode: 'Immediate' }],
  ])('%s', (file, message, segments, acknowledgment) => {
    const profile = load(`chapter-2b/${file}`);
    expect(profile.messages.map(({ id }) => id)).toEqual([message]);
    expect(profile.segments.size).toBe(segments);
    expect(profile.acknowledgment).toEqual(acknowledgment);
  });

  it('keep the computable rules of the extended dialect', () => {
    const { rules } = load('chapter-2b/ORU_R01_LRI_GU_RU_2.5.1.xml');
    // 82 statements and 73 predicates are written, many of them again and again in the same data type.
    expect(new Set(rules.statements.map(({ rule }) => rule.id)).size).toBe(47);
    expect(rules.predicates.every(({ rule }) => rule.condition !== undefined)).toBe(true);
    const identifier = rules.predicates.find(({ on, rule }) => on.value === 'LRI_CE' && rule.target === '3[1]');
    expect(identifier?.rule).toMatchObject({
      whenTrue: 'R',
      whenFalse: 'X',
      condition: { kind: 'presence', path: '1[*]' },
    });
  });
});
