import { expect, it } from 'vitest';
import { Doubts } from './doubts.js';

it('a message whose acknowledgment was struck may come again until the system goes on behind it', () => {
  const doubts = new Doubts();
  doubts.came(1, 7);
  expect(doubts.has(7)).toBe(false);
  doubts.struck(1, 7);
  expect(doubts.has(7)).toBe(true);
  doubts.came(1, 8);
  expect(doubts.has(7)).toBe(true);
  doubts.came(2, 7);
  doubts.came(2, 9);
  expect(doubts.has(7)).toBe(false);
});

it('nobody knows whether the last acknowledgment on a connection that is over was read', () => {
  const doubts = new Doubts();
  doubts.came(1, 7);
  doubts.came(1, 8n);
  doubts.gone(1);
  doubts.gone(2);
  expect([doubts.has(7), doubts.has(8n)]).toEqual([false, true]);
});
