import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { InFlight } from './in-flight.js';

const DEPTH = 8;

describe('InFlight', () => {
  it('finds every message whatever the order of the answers, as long as nobody takes more places than are free', () => {
    const random = rng('in flight');
    const flight = new InFlight(DEPTH);
    const open: number[] = [];
    for (let ordinal = 0; ordinal < 5_000; ) {
      // As many at once as fit: places of decided messages behind an undecided one are not free yet.
      for (let room = Math.min(flight.free, DEPTH - flight.undecided); room > 0; room--) {
        flight.push().ordinal = ordinal;
        open.push(ordinal++);
      }
      for (let answers = 1 + Math.floor(random.next() * DEPTH); answers > 0 && open.length > 0; answers--) {
        // The oldest is mostly the last to be answered.
        const place = random.next() < 0.05 ? 0 : Math.floor(random.next() * open.length);
        const [answered = -1] = open.splice(place, 1);
        const entry = flight.find(answered);
        expect(entry?.ordinal).toBe(answered);
        if (entry) flight.decide(entry);
      }
      expect(flight.undecided).toBe(open.length);
    }
  });

  it('has no free place while the oldest message waits in front of a full ring', () => {
    const flight = new InFlight(2);
    for (let n = 0; n < 4; n++) flight.push().ordinal = n;
    for (const ordinal of [1, 2, 3]) {
      const entry = flight.find(ordinal);
      if (entry) flight.decide(entry);
    }
    expect([flight.undecided, flight.free]).toEqual([1, 0]);
    const oldest = flight.find(0);
    if (oldest) flight.decide(oldest);
    expect([flight.undecided, flight.free]).toEqual([0, 4]);
  });
});
