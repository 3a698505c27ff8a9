import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { type Rng, rng } from '../../base/rng.js';
import { compileRegularExpression, matchesWhole } from '../plan/regular-expression.js';
import { matchesBounded } from './bounded-match.js';
import { parseExpression } from './parse.js';
import { withoutEdges } from './without-edges.js';
import { writeLinear } from './write-linear.js';

const ATOMS = ['a', 'b', '1', '.', '\\d', '[ab]', '[^a]', '[a-c&&[^b]]', '\\w', '\\Qa.\\E', '(?i:A)', '^', '$', ''];
const QUANTIFIERS = ['', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?', '++'];
const TEXTS = ['', 'a', 'b', '1', 'ab', 'aa', 'a.', 'a1b', 'aab', 'abab', 'A', '11', 'aaaa', 'c', 'bc', 'é', '😀'];

function pattern(of: Rng, depth: number): string {
  let text = '';
  for (let i = of.integer(1, 3); i > 0; i--) {
    const isGroup = depth > 0 && of.chance(0.3);
    text += isGroup ? `(${of.chance(0.3) ? '?:' : ''}${pattern(of, depth - 1)})` : of.pick(ATOMS);
    if (text !== '' && !/[*+?{}]$/.test(text)) text += of.pick(QUANTIFIERS);
    if (of.chance(0.1)) text += '|';
  }
  return text;
}

/** Random expressions that can be read; a quantifier without anything before it cannot. */
const PATTERNS = Array.from({ length: 1500 }, (_, at) => pattern(rng('engines', at), 2)).filter(
  (text) => compileRegularExpression(text).kind === 'compiled',
);

describe('the three engines', () => {
  it('are given enough expressions', () => {
    expect(PATTERNS.length).toBeGreaterThan(800);
  });

  it('say the same about every text', () => {
    const disagreements = PATTERNS.filter((text) => {
      const result = compileRegularExpression(text);
      const tree = withoutEdges(parseExpression(text));
      const linear = writeLinear(tree);
      const program = linear === undefined ? undefined : RE2JS.compile(linear);
      return TEXTS.some((value) => {
        const bounded = matchesBounded(tree, value);
        const chosen = result.kind === 'compiled' ? matchesWhole(result.expression, value) : undefined;
        return chosen !== bounded || (program !== undefined && program.matches(value) !== bounded);
      });
    });
    expect(disagreements).toEqual([]);
  });
});
