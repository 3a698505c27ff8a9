import { describe, expect, it } from 'vitest';
import { fold } from './fold.js';
import { group } from './group.js';
import { finding } from './testdata/specimen.js';
import type { ShownFinding } from './validated-message.js';

/** `code@line<cause` for each finding; roots with the lines of what is folded below them. */
function folded(...texts: readonly string[]): readonly string[] {
  const findings = texts.map((text): ShownFinding => {
    const [, code = '', line = '1', causedBy] = /^(\w)@(\d+)(?:<(\w))?$/.exec(text) ?? [];
    return finding(code, `PID[${line}]`, Number(line), 1, { causedBy: causedBy ?? null });
  });
  return fold(findings).map(
    (one) => `${one.finding.code}${one.finding.line}: ${one.followers.map(({ line }) => line)}`,
  );
}

describe('findings that follow from another', () => {
  it.each([
    ['nothing follows', ['a@1', 'b@2'], ['a1: ', 'b2: ']],
    ['one follows', ['a@1', 'b@2<a'], ['a1: 2']],
    ['from the nearest', ['a@1', 'a@4', 'b@5<a', 'b@2<a'], ['a1: 2', 'a4: 5']],
    ['from an earlier one rather than a later one', ['a@2', 'a@4', 'b@3<a'], ['a2: 3', 'a4: ']],
    ['from a later one where there is no other', ['b@1<a', 'a@2'], ['a2: 1']],
    ['in a chain', ['a@1', 'b@2<a', 'c@3<b'], ['a1: 2,3']],
    ['from what is not there', ['b@2<a'], ['b2: ']],
    ['from each other', ['a@1<b', 'b@1<a'], ['a1: ', 'b1: ']],
    ['from itself', ['a@1<a'], ['a1: ']],
    ['from two that follow from each other', ['a@1<b', 'b@1<a', 'c@2<a'], ['a1: ', 'b1: ', 'c2: ']],
  ])('%s', (_, given, expected) => {
    expect(folded(...given)).toEqual(expected);
  });

  it('are never lost', () => {
    const all = ['a@1<b', 'b@1<a', 'c@3<a', 'd@4<c', 'a@9', 'c@1<d'];
    const shown = folded(...all).map((one) => one.split(': ')[1]?.split(',').filter(Boolean).length ?? 0);
    expect(shown.length + shown.reduce((sum, count) => sum + count, 0)).toBe(all.length);
  });
});

describe('findings of one kind', () => {
  const kinds = (...findings: readonly ShownFinding[]): readonly string[] =>
    group(fold(findings)).map(({ first, others }) => `${first.finding.path} ${others.map(({ path }) => path)}`);

  it('are shown once, with the places of the others', () => {
    const [first, second] = [finding('a', 'OBX[1]-5[1]', 5, 1), finding('a', 'OBX[2]-5[3]', 6, 1)];
    expect(kinds(first, second, finding('a', 'OBX[1]-6[1]', 5, 9))).toEqual([
      'OBX[1]-5[1] OBX[2]-5[3]',
      'OBX[1]-6[1] ',
    ]);
  });

  it.each([
    ['another severity', { classification: 'Warning' as const }],
    ['another rule', { rule: 'R2' }],
    ['another sentence', { message: 'quite another thing' }],
  ])('%s is another kind', (_, change) => {
    expect(kinds(finding('a', 'OBX[1]-5[1]', 5, 1), finding('a', 'OBX[2]-5[1]', 6, 1, change))).toHaveLength(2);
  });
});
