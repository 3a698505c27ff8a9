import { describe, expect, it } from 'vitest';
import { owned } from './owned.js';

describe('owned', () => {
  it.each(['', 'A', '4 EAST^412^B^WEST WING', 'Ångström', '\u00e9\u00ff', '山田'])('is the same text: %j', (text) => {
    expect(owned(`before ${text} behind`.slice(7, 7 + text.length))).toBe(text);
  });
});
