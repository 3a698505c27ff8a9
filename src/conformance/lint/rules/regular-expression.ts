import type { SourcePlace } from '../../model/source-place.js';
import { compileRegularExpression } from '../../plan/regular-expression.js';
import { assertionsOf, withInner } from '../assertions.js';
import type { LintFinding, LintRule } from '../lint-rule.js';

/** Regular expressions that are wrong, or that need what only Java has: the rule can then not be executed. */
export const regularExpression: LintRule = {
  code: 'regular-expression',
  meaning: 'A regular expression is wrong or cannot be translated.',
  *check({ profile }) {
    for (const { assertion, rule, place } of assertionsOf(profile)) {
      for (const one of withInner(assertion)) if (one.kind === 'format') yield* judged(one.regex, rule, place);
    }
    for (const { id, codes, place } of profile.valueSets.sets.values()) {
      for (const { value, pattern } of codes) {
        if (pattern !== undefined) yield* judged(pattern, `the code ${value} in ${id}`, place);
      }
    }
  },
};

function* judged(expression: string, rule: string, place: SourcePlace | undefined): Iterable<LintFinding> {
  const result = compileRegularExpression(expression);
  if (result.kind === 'compiled') return;
  yield {
    ...(result.kind === 'invalid' ? { severity: 'error' } : {}),
    place,
    message: `the regular expression ${expression} of ${rule} cannot be used: ${result.reason}`,
    remedy: result.kind === 'invalid' ? 'mend it' : 'write it without look-around, back references and the like',
  };
}
