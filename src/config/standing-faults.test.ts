import { describe, expect, it } from 'vitest';
import type { Mistake } from '../base/mistake.js';
import { byteByByte } from '../faults/byte-by-byte.js';
import { neverAcknowledge } from '../faults/never-acknowledge.js';
import { ownStandingFaults, standingFaults } from './standing-faults.js';

const BOTH = { sends: true, receives: true };

function read(text: string, links = BOTH, hasOwn = false) {
  const mistakes: Mistake[] = [];
  const { faults, own } = standingFaults([text], links, ['faults'], mistakes, hasOwn);
  return { faults, own, mistakes: mistakes.map(({ path, what, remedy }) => `${path.join('.')}: ${what} | ${remedy}`) };
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

  it('are left to the project where it has faults of its own, unless they are ours', () => {
    expect(read('lost-envelope:by=3', BOTH, true)).toEqual({ faults: [], own: ['lost-envelope:by=3'], mistakes: [] });
    expect(read('late-acknowledgment:dealy=8s', BOTH, true).mistakes.join()).toMatch(/did you mean delay/);
  });

  it('of the project are read when its modules are loaded', () => {
    const links = { send: { host: '127.0.0.1', port: 1, tls: false } };
    const lost = { ...neverAcknowledge, name: 'lost-envelope', make: () => byteByByte.make() };
    const read = (text: string) => ownStandingFaults({ ...links, ownFaults: [text] }, [lost]);
    expect(read('lost-envelope:on=0.5')).toMatchObject({ faults: [{ selection: { on: { p: 0.5 } } }], mistakes: [] });
    expect(read('lost-envelop').mistakes.join()).toMatch(/did you mean lost-envelope\?/);
    expect(read('never-acknowledge').mistakes.join()).toMatch(/strikes what an actor receives/);
  });
});
