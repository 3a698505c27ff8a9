import { describe, expect, it } from 'vitest';
import { BEHAVIOURS } from '../endpoint/behaviour.js';
import { engineBehaviour } from './behaviour.js';

describe('how a system under test behaves', () => {
  it('is as the standard says, as a known engine does, or as one with differences', () => {
    expect(engineBehaviour(undefined)).toBe(BEHAVIOURS.spec);
    expect(engineBehaviour('mirth')).toMatchObject({ rejected: 'set-aside', silence: 'again' });
    expect(engineBehaviour({ like: 'intersystems', silence: 'set-aside' })).toEqual({
      ...BEHAVIOURS.intersystems,
      silence: 'set-aside',
      name: 'like intersystems',
    });
    expect(engineBehaviour({ deviations: 'fail' })).toEqual({ ...BEHAVIOURS.strict, name: 'like spec' });
  });
});
