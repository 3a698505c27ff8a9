import type { Examination } from '../examination.js';
import { pathOf } from '../instance/place.js';
import { query } from '../instance/query.js';
import { isSimple, rawValue, simpleValue } from '../instance/value.js';
import { readProfilePath } from '../model/profile-path.js';
import type { Plugin } from '../plan/compiled-assertion.js';
import type { RuleElement, RuleFunction } from '../rule-function.js';
import { FAIL, INCONCLUSIVE, type Notes, type Outcome, PASS, REFUSED, undecided } from './outcome.js';

/** What a registered function says; where there is none the rule cannot be executed. */
export function plugin(x: Examination, node: number, assertion: Plugin, notes: Notes | undefined): Outcome {
  const rule = x.functions.get(assertion.name);
  if (rule === undefined) return undecided(notes, node, assertion, `${assertion.name} is not registered`);
  const result = ask(x, node, rule, assertion);
  if (result.kind === 'trouble') {
    notes?.push({
      node,
      from: node,
      assertion,
      problem: result.problem,
      ...(result.actual === undefined ? {} : { actual: result.actual }),
    });
    return INCONCLUSIVE;
  }
  if (result.answer === true) return PASS;
  if (result.answer === false) return FAIL;
  if (result.answer.length === 0) return PASS;
  notes?.push({ node, from: node, assertion, sentences: result.answer });
  return REFUSED;
}

type Answer =
  | { readonly kind: 'answer'; readonly answer: boolean | readonly string[] }
  | { readonly kind: 'trouble'; readonly problem: string; readonly actual?: string };

/** A function of a user's may throw; then the rule cannot be decided. */
function ask(x: Examination, node: number, rule: RuleFunction, { name, parameters }: Plugin): Answer {
  try {
    const answer = rule(elementAt(x, node), parameters);
    if (answer === undefined) return { kind: 'trouble', problem: `${name} cannot decide` };
    if (typeof answer === 'boolean' || Array.isArray(answer)) return { kind: 'answer', answer };
    return { kind: 'trouble', problem: `${name} answers neither yes, no nor with a list of sentences` };
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    return { kind: 'trouble', problem: `${name} threw`, actual };
  }
}

function elementAt({ tree }: Examination, node: number): RuleElement {
  return {
    path: pathOf(tree, node),
    text: rawValue(tree, node),
    values: (path) => {
      const nodes: number[] = [];
      const steps = readProfilePath(path);
      if (steps !== undefined) query(tree, node, steps, nodes);
      return nodes.filter((each) => isSimple(tree, each)).map((each) => simpleValue(tree, each));
    },
  };
}
