import { judge } from '../assertions/evaluate.js';
import { expectation } from '../assertions/expectation.js';
import { PASS } from '../assertions/outcome.js';
import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import { collect } from '../instance/query.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import type { KeyedPlan } from '../plan/content-rules.js';
import type { FindingCode } from '../report/finding-codes.js';

/** The older form of co-constraints: where a key holds, all that stands beside it must. What cannot be told does not. */
export function checkKeyed(x: Examination, node: number, plan: KeyedPlan): void {
  for (const { key, assertions } of plan.entries) {
    if (judge(x, node, key, undefined) !== PASS || !hasKey(x, node, key)) continue;
    for (const assertion of assertions) {
      const code: FindingCode = judge(x, node, assertion, undefined) === PASS ? 'keyed-holds' : 'keyed-failed';
      if (x.report.wants(code)) reportKeyed(x, node, plan, code, assertion);
    }
  }
}

/** In the reference no value is as good as the right one. */
function hasKey(x: Examination, node: number, key: CompiledAssertion): boolean {
  if (x.mode.quirks.absentKeyHolds || key.kind !== 'plain-text') return true;
  return key.path.steps !== undefined && collect(x.tree, node, key.path.steps) > 0;
}

function reportKeyed(
  x: Examination,
  node: number,
  { constraint }: KeyedPlan,
  code: FindingCode,
  assertion: CompiledAssertion,
): void {
  const expected = expectation(x.tree, node, assertion);
  x.report.add({ code, place: placeOf(x.tree, node), message: constraint.description, expected });
}
