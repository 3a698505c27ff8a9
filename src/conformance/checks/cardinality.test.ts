import { describe, expect, it } from 'vitest';
import { found, foundByNist } from '../testdata/judged.js';
import { type SmallProfile, smallProfile } from '../testdata/small-profile.js';

const fields = (min: number, max: number, datatype = 'ST'): SmallProfile => ({
  structure: 'MSH PID',
  fields: {
    PID: [
      { name: 'first', cardinality: { min, max } },
      { name: 'second', datatype, cardinality: { min, max } },
    ],
  },
});

describe('cardinality', () => {
  it('each repetition beyond the maximum is told', () => {
    expect(found(fields(0, 2), 'PID||a~b')).toEqual([]);
    expect(found(fields(0, 2), 'PID||a~b~c~d')).toEqual([
      'cardinality-too-many PID[1]-2[3] 2:10',
      'cardinality-too-many PID[1]-2[4] 2:12',
    ]);
  });

  it('empty repetitions in between count', () => {
    expect(found(fields(0, 2), 'PID||a~~b')).toEqual(['cardinality-too-many PID[1]-2[3] 2:9']);
    expect(found(fields(0, 2), 'PID||a~b~~')).toEqual([]);
  });

  it('too few are told once, at the last; none at all is a matter of usage', () => {
    expect(found(fields(2, 5), 'PID||a~b')).toEqual([]);
    expect(found(fields(2, 5), 'PID||a')).toEqual(['cardinality-too-few PID[1]-2[1] 2:6']);
    expect(found(fields(2, 5), 'PID')).toEqual([]);
  });

  it('segments and groups repeat', () => {
    const small: SmallProfile = { structure: 'MSH PID {<VISIT: PV1>}' };
    const profile = { messages: [limited(small)] };
    expect(found({ ...small, profile }, 'PID|', 'PV1|', 'PV1|')).toEqual([]);
    expect(found({ ...small, profile }, 'PID|', 'PV1|')).toEqual(['segment-repeats-too-rarely VISIT[1] 3:1']);
    expect(found({ ...small, profile }, 'PID|', 'PV1|', 'PV1|', 'PV1|')).toEqual([
      'segment-repeats-too-often VISIT[3] 5:1',
    ]);
    expect(found(small, 'PID|', 'PID|', 'PV1|')).toEqual(['segment-repeats-too-often PID[2] 3:1']);
  });

  it('null stands alone', () => {
    expect(found(fields(0, 5, 'CX'), 'PID||""')).toEqual([]);
    expect(found(fields(0, 5, 'CX'), 'PID||a~""')).toEqual(['null-repeats PID[1]-2[1] 2:6']);
    expect(found(fields(0, 5), 'PID||a~""')).toEqual([]);
  });

  it('in the reference, a null that repeats makes it forget what it found before in the segment', () => {
    const small = fields(0, 1, 'CX');
    expect(found(small, 'PID|a~b|a~""')).toEqual([
      'cardinality-too-many PID[1]-1[2] 2:7',
      'null-repeats PID[1]-2[1] 2:9',
    ]);
    expect(foundByNist(small, 'PID|a~b|a~""')).toEqual(['null-repeats PID[1]-2[1] 2:9']);
  });
});

/** The visit has to occur twice. */
function limited(small: SmallProfile) {
  const [message] = smallProfile(small).messages;
  if (message === undefined) throw new Error('the specimen has a message');
  const children = message.children.map((node) =>
    node.kind === 'group' ? { ...node, cardinality: { min: 2, max: 2 } } : node,
  );
  return { ...message, children };
}
