import { describe, expect, it } from 'vitest';
import type { Message } from '../hl7/message.js';
import { Claims, ScenarioScene } from './claims.js';
import { message } from './testdata/message.js';

const START = new Date('2026-03-01T08:00:00Z');

/** Two scenarios, of which the second runs now. */
function scenes() {
  const claims = new Claims('seed', START);
  const [first, second] = ['s1', 's2'].map((id) => new ScenarioScene(id, ['seed', id], START, claims));
  if (!first || !second) throw new Error('two scenes were made');
  claims.enter(second);
  return { claims, first, second };
}

describe('a message belongs to the scenario that made one of its identifiers', () => {
  it.each<[string, string, Message]>([
    ['its control id', 'E1', message('ADT^A08', 'E1')],
    ['the control id that it answers', 'E1', message('ACK', 'X', 'MSA|AA|E1')],
    ['the placer number in ORC', 'P1', message('ORM^O01', 'X', 'ORC|NW|P1^EHR')],
    ['the placer number in OBR', 'P1', message('ORU^R01', 'X', 'OBR|1|P1^EHR')],
    ['the filler number in ORC', 'F1', message('ORR^O02', 'X', 'ORC|OK||F1^LIS')],
    ['the filler number in OBR', 'F1', message('ORU^R01', 'X', 'OBR|1||F1^LIS')],
    ['the number that was given up', '12', message('ADT^A40', 'X', 'MRG|12^^^PHGH')],
    ['the visit', 'V1', message('ADT^A03', 'X', `PV1|1|I${'|'.repeat(17)}V1`)],
    ['the patient with the authority', '12^PHGH', message('ADT^A08', 'X', 'PID|1||12^^^PHGH^MR')],
    ['another of the patient numbers', '13^OTHER', message('ADT^A08', 'X', 'PID|1||12^^^PHGH~13^^^OTHER&1.2&ISO')],
    ['the patient without an authority', '12', message('ADT^A08', 'X', 'PID|1||12')],
  ])('by %s', (_, identifier, given) => {
    const { claims, first } = scenes();
    first.claim(identifier);
    expect(claims.ofMessage(given)).toBe(first);
  });

  it('although another one runs now, and also when it is over: it is late, not of the other', () => {
    const { claims, first, second } = scenes();
    first.claim('E1');
    first.closed = true;
    expect(claims.current()).toBe(second);
    expect(claims.ofMessage(message('ADT^A08', 'E1'))).toBe(first);
  });

  it('and what it answers says more than who the patient is', () => {
    const { claims, first, second } = scenes();
    first.claim('E1');
    second.claim('12^PHGH');
    expect(claims.ofMessage(message('ACK', 'X', 'MSA|AA|E1', 'PID|1||12^^^PHGH'))).toBe(first);
  });

  it('and two patients who share a number are told apart by their authority', () => {
    const { claims, first, second } = scenes();
    first.claim('12^PHGH');
    second.claim('12^ELSEWHERE');
    expect(claims.ofMessage(message('ADT^A08', 'X', 'PID|1||12^^^PHGH'))).toBe(first);
    expect(claims.ofMessage(message('ADT^A08', 'Y', 'PID|1||12^^^ELSEWHERE'))).toBe(second);
  });
});

describe('a message that no scenario has claimed', () => {
  const foreign = message('ADT^A08', 'X9', 'PID|1||999^^^PHGH');

  it('belongs to none, not even to the one that runs', () => {
    const { claims } = scenes();
    expect(claims.ofMessage(foreign).id).toBeUndefined();
    expect(claims.ofMessage(message('ADT^A08', '')).id).toBeUndefined();
  });

  it('is adopted where the system under test invents its own patients, with all that belongs to them', () => {
    const { claims, first, second } = scenes();
    second.adopts = true;
    expect(claims.ofMessage(foreign)).toBe(second);
    claims.leave(second);
    claims.enter(first);
    expect(claims.ofMessage(message('ORM^O01', 'X10', 'PID|1||999^^^PHGH'))).toBe(second);
  });

  it('is adopted by nobody between two scenarios', () => {
    const { claims, second } = scenes();
    second.adopts = true;
    claims.leave(second);
    expect(claims.ofMessage(foreign).id).toBeUndefined();
    expect(claims.current().id).toBeUndefined();
  });
});

describe('a scene', () => {
  it('has a clock of its own: what one scenario does to its time, no other notices', () => {
    const { first, second } = scenes();
    first.clock.advance(60_000);
    expect([first.clock.now(), second.clock.now()]).toEqual([new Date('2026-03-01T08:01:00Z'), START]);
  });

  it('is not left by another than the one that runs', () => {
    const { claims, first, second } = scenes();
    claims.leave(first);
    expect(claims.current()).toBe(second);
  });

  it('does not take an empty identifier for one', () => {
    const { claims, first } = scenes();
    first.claim('');
    expect(claims.ofMessage(message('ADT^A08', '')).id).toBeUndefined();
  });
});
