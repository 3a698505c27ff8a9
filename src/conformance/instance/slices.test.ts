import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import type { Slicing } from '../model/slicing.js';
import { findings, found, foundByNist, told } from '../testdata/judged.js';
import { type SmallProfile, smallProfile } from '../testdata/small-profile.js';

const SEGMENT_SLICES: Slicing = {
  kind: 'assertion',
  position: 2,
  slices: [
    {
      ref: 'OBX_NUMBER',
      description: 'OBX-1 is N',
      assertion: { kind: 'plain-text', path: '1[1]', text: 'N', ignoreCase: false },
    },
  ],
};

/** OBX is anything; a flavour of it needs a number in OBX-2. */
function sliced(slicing: Slicing, kind: 'segments' | 'fields' = 'segments', structure = 'MSH {OBX}'): SmallProfile {
  const small: SmallProfile = { structure, fields: { OBX: [{}, {}] } };
  const base = smallProfile(small);
  const flavour = smallProfile({
    structure: 'OBX',
    fields: { OBX: [{}, { usage: 'R', datatype: 'NM' }] },
  }).segments.get('OBX');
  const other = smallProfile({ structure: 'NTE' }).segments.get('NTE');
  if (flavour === undefined || other === undefined) throw new Error('the specimens have these segments');
  const segments = new Map([...base.segments, ['OBX_NUMBER', { ...flavour, id: 'OBX_NUMBER' }], ['NTE', other]]);
  const context = kind === 'segments' ? { message: 'ADT_A01', context: 'ADT_A01' } : { context: 'OBX' };
  return { ...small, profile: { segments, slicings: [{ kind, ...context, slicings: [slicing] }] } };
}

describe('slices of segments', () => {
  const small = sliced(SEGMENT_SLICES);

  it('give the flavour whose condition holds', () => {
    expect(found(small, 'OBX|S|text', 'OBX|N|5')).toEqual([]);
    expect(found(small, 'OBX|S', 'OBX|N|text')).toEqual(['format-number OBX[2]-2[1] 3:7']);
    expect(found(small, 'OBX|S', 'OBX|N')).toEqual(['usage-required OBX[2]-2[1] 3:1']);
  });

  it('make the reference count anew in what is sliced, but not for what is missing there', () => {
    expect(foundByNist(small, 'OBX|S', 'OBX|N|text')).toEqual(['format-number OBX[1]-2[1] 3:7']);
    expect(foundByNist(small, 'OBX|S', 'OBX|N')).toEqual(['usage-required OBX[2]-2[1] 3:1']);
  });

  it('tell on request which holds', () => {
    expect(
      told(findings(small, ['OBX|S', 'OBX|N|5'], pipehatMode(true))).filter((line) => line.startsWith('slice')),
    ).toEqual(['slice-matched OBX[2] 3:1', 'slice-unmatched OBX[1] 2:1']);
  });

  it('go by occurrence too', () => {
    const second = sliced({ kind: 'occurrence', position: 2, slices: [{ ref: 'OBX_NUMBER', occurrence: 2 }] });
    expect(found(second, 'OBX|S|text', 'OBX|S|5', 'OBX|S|text')).toEqual([]);
    expect(found(second, 'OBX|S|5', 'OBX|S|text')).toEqual(['format-number OBX[2]-2[1] 3:7']);
  });

  it('are faults of the profile on a group, or with the flavour of another segment', () => {
    expect(found(sliced(SEGMENT_SLICES, 'segments', 'MSH {<GROUP: OBX>}'), 'OBX|N|5')).toEqual([
      'slice-on-group GROUP[1] 2:1',
    ]);
    const unfit = sliced({ kind: 'occurrence', position: 2, slices: [{ ref: 'NTE', occurrence: 1 }] });
    expect(found(unfit, 'OBX|N|5')).toEqual(['slice-unfit OBX[1] 2:1']);
    expect(found(unfit)).toEqual(['segment-missing OBX[1] 1:1']);
  });

  it('that cannot be decided are told', () => {
    const assertion = { kind: 'presence', path: '1[1].1[1]' } as const;
    const slices = [{ ref: 'OBX_NUMBER', description: 'a component of text', assertion }];
    expect(found(sliced({ kind: 'assertion', position: 2, slices }), 'OBX|N|5')).toEqual([
      'slice-undecided OBX[1] 2:1',
    ]);
    expect(found(sliced({ kind: 'assertion', position: 2, slices }), 'OBX||5')).toEqual([]);
  });
});

describe('slices of fields', () => {
  const byOccurrence = sliced({ kind: 'occurrence', position: 2, slices: [{ ref: 'DT', occurrence: 2 }] }, 'fields');

  it('give repetitions a data type of their own', () => {
    expect(found(byOccurrence, 'OBX|S|text~20260301')).toEqual([]);
    expect(found(byOccurrence, 'OBX|S|text~text')).toEqual(['format-date OBX[1]-2[2] 2:12']);
  });

  it('hold in the reference as well', () => {
    expect(told(findings(byOccurrence, ['OBX|S|text~text'], nistMode()))).toEqual(['format-date OBX[1]-2[2] 2:12']);
  });
});
