import { describe, expect, it } from 'vitest';
import { compileRegularExpression, matchesWhole } from './regular-expression.js';

function compiled(source: string) {
  const result = compileRegularExpression(source);
  if (result.kind !== 'compiled') throw new Error(`${source}: ${result.reason}`);
  return result.expression;
}

/** Java's own answers (java.util.regex, full match): what matches, and what does not. */
const JAVA: readonly (readonly [pattern: string, matching: readonly string[], other: readonly string[]])[] = [
  ['([0-9]{12}.*)', ['200801011200', '200801011200+0100'], ['20080101120', 'x200801011200']],
  ['^(\\d{4}|\\d{6}|\\d{8})$', ['2008', '200801', '20080101'], ['200', '20081']],
  ['^(?!\\s*$).+', ['a', ' a '], ['', '   ']],
  ['[0-2](\\.(0|[1-9][0-9]*))*', ['2', '2.16.840.1'], ['3.1', '2.01', '2.']],
  ['\\Qa.b\\E+', ['a.b', 'a.bbb'], ['axb', 'a.ba.b']],
  ['[\\Q]-\\E]', [']', '-'], ['Q']],
  ['[a-z&&[^aeiou]]+', ['xyz'], ['xaz']],
  ['[a-d[x-z]]', ['a', 'z'], ['m']],
  ['[^a-c&&b-e]', ['a', 'd', 'f'], ['b', 'c']],
  ['[]a]', [']', 'a'], ['b']],
  ['a*+a', [], ['a', 'aaa']],
  ['(?>a|ab)c', ['ac'], ['abc']],
  ['(?>a*?)b', ['b'], ['aab']],
  ['(?i)abc', ['ABC', 'aBc'], ['é']],
  ['(?i)é', ['é'], ['É']],
  ['(?iu)é', ['é', 'É'], ['e']],
  ['a(?i:b)c', ['aBc', 'abc'], ['ABc', 'abC']],
  ['a(?i)b|C', ['aB', 'c', 'C'], ['AB']],
  ['(?s).', ['a', '\n'], ['']],
  ['.', ['a', '😀'], ['\n', '\u0085', '\u2028']],
  ['(?x) a b # both', ['ab'], ['a b']],
  ['\\p{Alpha}\\p{Digit}\\p{Punct}', ['a1!'], ['é1!']],
  ['\\p{L}\\p{Lu}\\p{IsGreek}', ['éÉα'], ['ééα']],
  ['\\P{Lower}', ['A', '1'], ['a']],
  ['[[:alpha:]]', ['a', ':'], ['b']],
  ['\\h\\v', ['\t\n', '\u00a0\u2028'], ['a\n']],
  ['a\\R', ['a\n', 'a\r\n'], ['ab']],
  ['\\Aa\\z', ['a'], ['a\n']],
  ['a$\\n', ['a\n'], ['a']],
  ['\\x41\\u0042\\x{43}\\0104\\cA', ['ABCD\u0001'], ['ABCD']],
  ['(?<year>\\d{2})\\k<year>', ['2020'], ['2021']],
  ['(a)?\\1b', ['aab'], ['b', 'ab']],
  ['\\2(a)(b)', [], ['ab', 'bab']],
  ['\\bab\\b-\\Bc', [], ['ab-c']],
  ['\\bab\\b-\\bc', ['ab-c'], ['abc']],
  ['(?<=a)b|a(?<!b)c', ['ac'], ['b']],
  ['a{2}{3}', ['aa'], ['aaaaaa']],
  ['a|', ['a', ''], ['b']],
  ['(?U)\\d', ['١'], ['a']],
  ['\\d', ['1'], ['١']],
];

describe('a regular expression in Java syntax', () => {
  it.each(JAVA)('%s', (pattern, matching, other) => {
    const expression = compiled(pattern);
    for (const text of matching) expect([text, matchesWhole(expression, text)]).toEqual([text, true]);
    for (const text of other) expect([text, matchesWhole(expression, text)]).toEqual([text, false]);
  });

  it.each([
    '(',
    'a)',
    '[a',
    '[b-a]',
    '*a',
    'a**',
    'a{',
    'a{2,1}',
    'a{x}',
    '\\y',
    '\\',
    '(?<1>a)',
    '(?<n>a)(?<n>b)',
    '\\k<n>',
    '(?q)',
    '(?<=a.*)',
  ])('is refused where Java refuses it: %s', (pattern) => {
    expect(compileRegularExpression(pattern).kind).toBe('invalid');
  });

  it.each([
    ['\\X', 'grapheme'],
    ['\\N{DIGIT ONE}', 'name'],
    ['\\p{InGreek}', 'InGreek'],
    ['\\b{g}', 'grapheme'],
  ])('is untranslatable: %s', (pattern, reason) => {
    expect(compileRegularExpression(pattern)).toMatchObject({
      kind: 'untranslatable',
      reason: expect.stringContaining(reason),
    });
  });

  it('is plain data, which a worker thread can be given', () => {
    for (const [pattern, matching] of JAVA) {
      const copy = structuredClone(compiled(pattern));
      for (const text of matching) expect(matchesWhole(copy, text)).toBe(true);
    }
  });
});

const LONG = 'a'.repeat(60_000);

/** Each of these can take a backtracking engine longer than the age of the universe. */
const CATASTROPHES: readonly (readonly [pattern: string, text: string, expected: boolean | undefined])[] = [
  ['(a+)+b', `${LONG}c`, false],
  ['(a*)*b', `${LONG}c`, false],
  ['(a|a)*b', `${LONG}c`, false],
  ['(a|aa)+b', `${LONG}c`, false],
  ['(.*a){12}b', `${LONG}c`, false],
  ['(a?){60}a{60}', 'a'.repeat(60), true],
  ['.*a.*a.*a.*b', `${LONG}c`, false],
  ['(?:|){30}b', 'c', false],
  ['(\\w+\\s?)*!', 'word '.repeat(10_000), false],
  ['([a-zA-Z0-9._-]+)+@x', `${LONG}`, false],
  ['(?=(a+)+b)a*', `${'a'.repeat(40)}`, undefined],
  ['(a+)+\\1b', `${'a'.repeat(40)}c`, undefined],
];

describe('an expression of risky shape', () => {
  it.each(CATASTROPHES)('%s ends', (pattern, text, expected) => {
    expect(matchesWhole(compiled(pattern), text)).toBe(expected);
  });

  it('is matched by the quick engine where the text is short, and by another where it is long', () => {
    const expression = compiled('.*a.*b');
    expect(expression.nativeLimit).toBeGreaterThan(100);
    expect(expression.nativeLimit).toBeLessThan(10_000);
    expect(matchesWhole(expression, 'xaxb')).toBe(true);
    expect(matchesWhole(expression, `${LONG}b`)).toBe(true);
    expect(matchesWhole(expression, LONG)).toBe(false);
  });

  it.each(['[0-2](\\.(0|[1-9][0-9]*))*', '\\d{4}(\\d{2}(\\d{2})?)?', '[A-Z]+-[0-9]+', '(ab)*c', '(?:a|b)*'])(
    'is none where the next character always tells the way: %s',
    (pattern) => {
      expect(compiled(pattern).nativeLimit).toBe(Number.POSITIVE_INFINITY);
    },
  );
});
