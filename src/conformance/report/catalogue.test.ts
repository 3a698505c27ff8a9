import { describe, expect, it } from 'vitest';
import type { CodeEntry } from './finding-code.js';
import { FINDING_CODES } from './finding-codes.js';
import { remedyFor } from './remedies.js';

const entries: readonly (readonly [string, CodeEntry])[] = Object.entries(FINDING_CODES);

describe('the catalogue of codes', () => {
  it('has at least the codes of every part', () => {
    expect(entries.length).toBeGreaterThan(60);
  });

  it.each(entries)('%s is named, explained and has a remedy', (code, { meaning, category }) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(category).not.toBe('');
    expect(remedyFor(code)).not.toBe('');
  });
});
