import { describe, expect, it } from 'vitest';
import type { Mistake } from '../base/mistake.js';
import { standingFaults } from './standing-faults.js';

const BOTH = { sends: true, receives: true };

function read(text: string, links = BOTH) {
  const mistakes: Mistake[] = [];
  const faults = standingFaults([text], links, ['faults'], mistakes);
  return { faults, mistakes: mistakes.map(({ path, what, remedy }) => `${path.join('.')}: ${what} | ${remedy}`) };
}

describe('faults of an actor in the configuration', () => {
  it('are faults of the catalogue with the messages that they strike', () => {
    const { faults, mistakes } = read('late-acknowledgment:delay=8s,on=0.5');
    expect(faults).toMatchObject([{ fault: { name: 'late-acknowledgment' }, selection: { on: { p: 0.5 } } }]);
    expect(mistakes).toEqual([]);
  });

  it.each([
    ['late-acknowledgement', BOTH, /^faults\.0: there is no fault .* did you mean late-acknowledgment\?/],
    ['late-acknowledgment:dealy=8s', BOTH, /no parameter "dealy"; did you mean delay\?/],
    ['missing-end', { ...BOTH, sends: false }, /strikes what an actor sends, .* \| add send:/],
    ['never-acknowledge', { ...BOTH, receives: false }, /strikes what an actor receives, .* \| add listen:/],
    ['restart-under-load', BOTH, /strikes the system under test/],
  ])('%s is a mistake', (text, links, message) => {
    const { faults, mistakes } = read(text, links);
    expect(faults).toEqual([]);
    expect(mistakes.join()).toMatch(message);
  });
});
