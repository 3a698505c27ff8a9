import { describe, expect, it } from 'vitest';
import { RecentMessages } from './recent-messages.js';

const message = (number: number, bytes: number) => ({
  number,
  to: [],
  splices: [],
  patient: '',
  raw: Buffer.alloc(bytes),
});

describe('RecentMessages', () => {
  it('has what was added last, and lets go of the oldest when it is too much', () => {
    const recent = new RecentMessages();
    for (let number = 1; number <= 10; number++) {
      recent.add({ offset: number * 100, length: 1 }, message(number, 1_048_576));
    }
    expect(recent.find({ offset: 1_000, length: 1 })?.number).toBe(10);
    expect(recent.find({ offset: 300, length: 1 })?.number).toBe(3);
    expect(recent.find({ offset: 200, length: 1 })).toBeUndefined();
  });

  it('keeps nothing that is larger than all it may keep', () => {
    const recent = new RecentMessages();
    recent.add({ offset: 8, length: 1 }, message(1, 20_000_000));
    expect(recent.find({ offset: 8, length: 1 })).toBeUndefined();
  });
});
