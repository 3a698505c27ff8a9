import { describe, expect, it } from 'vitest';
import type { Assertion } from '../model/assertion.js';
import { truthOf } from './truth.js';

describe('what is the same for every message', () => {
  const p: Assertion = { kind: 'presence', path: '1[1]' };
  const self: Assertion = { kind: 'presence', path: '.' };
  const none: Assertion = { kind: 'not', of: self };
  const not: Assertion = { kind: 'not', of: p };
  it.each<[boolean | undefined, Assertion]>([
    [undefined, p],
    [true, self],
    [false, none],
    [undefined, not],
    [true, { kind: 'or', left: p, right: not }],
    [false, { kind: 'and', left: p, right: not }],
    [true, { kind: 'xor', left: p, right: not }],
    [false, { kind: 'xor', left: p, right: p }],
    [true, { kind: 'implies', left: p, right: p }],
    [true, { kind: 'implies', left: none, right: p }],
    [undefined, { kind: 'implies', left: p, right: not }],
    [false, { kind: 'for-all', of: [p, none] }],
    [true, { kind: 'for-all', of: [self, self] }],
    [undefined, { kind: 'for-all', of: [self, p] }],
    [true, { kind: 'exists', of: [p, self] }],
    [false, { kind: 'exists', of: [none, none] }],
    [true, { kind: 'path-value', path1: '1[1]', operator: 'LE', path2: '1[1]' }],
    [undefined, { kind: 'path-value', path1: '1[1]', operator: 'NE', path2: '1[1]' }],
    [undefined, { kind: 'path-value', path1: '1[1]', operator: 'LE', path2: '2[1]' }],
    [true, { kind: 'plain-text', path: '1[1]', text: 'x', ignoreCase: false, min: 0, max: Number.POSITIVE_INFINITY }],
    [undefined, { kind: 'plain-text', path: '1[1]', text: 'x', ignoreCase: false, min: 0, max: 1 }],
    [true, { kind: 'format', path: '1[1]', regex: '.*' }],
    [undefined, { kind: 'format', path: '1[1]', regex: '.*', atLeastOnce: true }],
  ])('%s', (truth, assertion) => {
    expect(truthOf(assertion)).toBe(truth);
  });
});
