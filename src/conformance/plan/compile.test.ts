import { describe, expect, it } from 'vitest';
import { smallProfile } from '../testdata/small-profile.js';
import { compilePlan } from './compile.js';

const codes = (result: ReturnType<typeof compilePlan>) =>
  result.kind === 'defective' ? result.defects.map(({ code, message }) => `${code}: ${message}`) : [];

describe('compiling a profile', () => {
  it('makes plain data', () => {
    const result = compilePlan(
      smallProfile({ structure: 'MSH {<A: PID [( OBX | NTE )]>}', fields: { PID: [{ datatype: 'CX' }] } }),
    );
    if (result.kind === 'defective') throw new Error(codes(result).join());
    expect(structuredClone(result.plan)).toEqual(result.plan);
    expect([...result.plan.segmentNames]).toEqual(['MSH', 'PID', 'OBX', 'NTE']);
    expect(result.plan.elements.every(({ index }, at) => index === at)).toBe(true);
    expect(result.plan.definitions.every(({ index }, at) => index === at)).toBe(true);
  });

  it('chooses the message by its id, the first by default', () => {
    const profile = smallProfile({ structure: 'MSH' });
    expect(compilePlan(profile, 'ADT_A01').kind).toBe('compiled');
    expect(codes(compilePlan(profile, 'ADT_A99'))).toEqual(['no-such-message: no message has the id ADT_A99']);
    expect(codes(compilePlan({ ...profile, messages: [] }))).toEqual(['no-such-message: the profile has no message']);
  });

  it('tells all defects at once', () => {
    const profile = smallProfile({
      structure: 'MSH PID OBX',
      fields: { PID: [{ datatype: 'NONE' }, { position: 5 }], OBX: [{}] },
    });
    const segments = new Map(profile.segments);
    const obx = segments.get('OBX');
    if (obx === undefined) throw new Error('the specimen has OBX');
    segments.delete('MSH');
    segments.set('OBX', {
      ...obx,
      mappings: [{ position: 1, reference: 'x', cases: [{ value: 'a', datatype: 'GONE' }] }],
    });
    expect(codes(compilePlan({ ...profile, segments })).sort()).toEqual([
      'dangling-datatype: no data type has the id "GONE"',
      'dangling-datatype: no data type has the id "NONE"',
      'dangling-segment: no segment has the id "MSH"',
      'mapping-reference-unreadable: the dynamic mapping of OBX looks at "x", which is no position',
      'position-gap: position 2 is missing or stands twice before "part 2"',
    ]);
    expect(codes(compilePlan(smallProfile({ structure: '' })))).toEqual([
      'empty-message: the message ADT_A01 has no segment',
    ]);
  });

  it('survives a data type that holds itself', () => {
    const profile = smallProfile({
      structure: 'MSH PID',
      fields: { PID: [{ datatype: 'LOOP' }] },
      datatypes: { LOOP: [{ datatype: 'LOOP' }] },
    });
    expect(compilePlan(profile).kind).toBe('compiled');
  });
});
