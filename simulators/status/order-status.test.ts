import { expect, test } from 'vitest';
import { mayBecome, mayReach, type OrderState } from './order-status.js';
import { answerTo, canGrant, isRequest, ruleOf } from './request.js';
import { CODES, stateOf } from './status-codes.js';

const ALL = Object.keys(CODES).filter((name): name is OrderState => name in CODES);

/** The legal transitions as the workflow catalogue writes them. */
const LEGAL: Readonly<Record<OrderState, string>> = {
  placed: 'accepted refused cancelled',
  accepted: 'scheduled held in-process partial preliminary final cancelled cancelled-by-filler replaced discontinued',
  scheduled: 'scheduled in-process held cancelled cancelled-by-filler replaced discontinued',
  'in-process': 'partial preliminary final held cancelled-by-filler discontinued',
  partial: 'partial preliminary final',
  preliminary: 'preliminary final cancelled-by-filler',
  final: 'corrected',
  corrected: 'corrected',
  held: 'released cancelled discontinued',
  released: 'in-process scheduled',
  refused: '',
  cancelled: '',
  'cancelled-by-filler': '',
  discontinued: '',
  replaced: '',
};

test.each(ALL)('from %s an order goes where the catalogue says, and nowhere else', (from) => {
  const reached = ALL.filter((to) => mayBecome(from, to));
  expect(reached.toSorted()).toEqual(LEGAL[from].split(' ').filter(Boolean).toSorted());
});

test.each([
  ['placed', 'final', true],
  ['scheduled', 'final', true],
  ['released', 'preliminary', true],
  ['final', 'preliminary', false],
  ['cancelled', 'final', false],
  ['refused', 'final', false],
  ['in-process', 'scheduled', false],
] as const)('an observer who hears of %s and then of %s believes it: %s', (from, to, believed) => {
  expect(mayReach(from, to)).toBe(believed);
});

test('OBR-25 overrides ORC-5, and CM alone says nothing of a report', () => {
  expect(stateOf('IP', 'F')).toBe('final');
  expect(stateOf('IP', undefined)).toBe('in-process');
  expect(stateOf('CM', undefined)).toBeUndefined();
});

test.each(['CA', 'DC', 'HD', 'RL', 'RP', 'XO'] as const)(
  '%s has one answer that grants and one that refuses',
  (request) => {
    const { accept, refuse } = ruleOf(request);
    expect(answerTo(accept)).toEqual({ request, granted: true });
    expect(answerTo(refuse)).toEqual({ request, granted: false });
    expect(isRequest(request)).toBe(true);
  },
);

test('no request is granted for an order with a final result', () => {
  for (const request of ['CA', 'DC', 'HD', 'RL', 'RP', 'XO'] as const)
    expect(canGrant(request, 'final'), request).toBe(false);
});
