import { judge } from '../assertions/evaluate.js';
import { PASS } from '../assertions/outcome.js';
import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import { query } from '../instance/query.js';
import type { CompiledOrderIndifferent, CompiledPattern } from '../plan/order-indifferent.js';
import { checkStatement, type ToldOnce } from './statement.js';

/** Elements below the node whose order means nothing: each pattern must find its own. */
export function checkOrderIndifferent(
  x: Examination,
  node: number,
  contexts: readonly CompiledOrderIndifferent[],
  told: ToldOnce,
): void {
  for (const context of contexts) checkContext(x, node, context, told);
}

function checkContext(
  x: Examination,
  node: number,
  { path, patterns }: CompiledOrderIndifferent,
  told: ToldOnce,
): void {
  const elements: number[] = [];
  if (path.steps === undefined || !query(x.tree, node, path.steps, elements)) {
    const message = `${path.text} cannot be followed`;
    x.report.add({ code: 'pattern-undecided', place: placeOf(x.tree, node), message });
    return;
  }
  if (elements.length === 0) {
    for (const pattern of patterns) reportMissing(x, node, pattern, 1);
    return;
  }
  let left: readonly number[] = elements;
  for (const pattern of patterns) left = takeMatching(x, node, pattern, left, told);
}

/** What the pattern takes is not looked at by those after it. */
function takeMatching(
  x: Examination,
  node: number,
  pattern: CompiledPattern,
  elements: readonly number[],
  told: ToldOnce,
): readonly number[] {
  const matching = elements.filter((element) => judge(x, element, pattern.trigger, undefined) === PASS);
  for (const element of matching) {
    for (const statement of pattern.statements) checkStatement(x, element, statement, told);
    checkOrderIndifferent(x, element, pattern.contexts, told);
  }
  reportMissing(x, node, pattern, pattern.cardinality - matching.length);
  return elements.filter((element) => !matching.includes(element));
}

function reportMissing(x: Examination, node: number, pattern: CompiledPattern, count: number): void {
  for (let i = 0; i < count; i++) {
    x.report.add({ code: 'pattern-missing', place: placeOf(x.tree, node), message: pattern.message });
  }
}
