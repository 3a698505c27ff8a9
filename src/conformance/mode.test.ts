import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from './mode.js';

const PAGE = readFileSync(new URL('../../docs/decisions/two-modes-of-validation.md', import.meta.url), 'utf8');

describe('the two modes', () => {
  it('differ in every switch', () => {
    expect(new Set(Object.values(nistMode().quirks))).toEqual(new Set([true]));
    expect(new Set(Object.values(pipehatMode().quirks))).toEqual(new Set([false]));
  });

  it('are explained switch by switch', () => {
    const explained = [...PAGE.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.keys(nistMode().quirks).sort());
  });
});
