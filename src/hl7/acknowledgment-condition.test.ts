import { describe, expect, it } from 'vitest';
import { type AcknowledgmentCondition, isDue } from './acknowledgment-condition.js';

describe('an acknowledgment', () => {
  it.each<[AcknowledgmentCondition, boolean, boolean]>([
    ['AL', true, true],
    ['NE', false, false],
    ['SU', true, false],
    ['ER', false, true],
  ])('under %s is due on success: %s, on error: %s', (condition, onSuccess, onError) => {
    for (const code of ['AA', 'CA']) expect(isDue(condition, code)).toBe(onSuccess);
    for (const code of ['AE', 'AR', 'CE', 'CR']) expect(isDue(condition, code)).toBe(onError);
  });
});
