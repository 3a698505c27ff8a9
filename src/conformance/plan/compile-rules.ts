import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import { readProfilePath } from '../model/profile-path.js';
import type {
  Attached,
  Attachment,
  ConformanceStatement,
  KeyedConstraint,
  OrderIndifferentContext,
  OrderIndifferentPattern,
  Predicate,
} from '../model/rule.js';
import type { SourcePlace } from '../model/source-place.js';
import { type AssertionCompilation, compileAssertion, compilePath } from './assertion.js';
import type { KeyedPlan, PredicatePlan, StatementPlan } from './content-rules.js';
import type { CompiledOrderIndifferent, CompiledPattern } from './order-indifferent.js';
import type { DefinitionRules } from './rules.js';

type ContentRules = Pick<DefinitionRules, 'statements' | 'predicates' | 'keyed'>;

type RulesFor = (kind: Attachment['kind'], name: string, id: string) => ContentRules;

/**
 * Compiles all conformance statements, predicates and keyed constraints, and finds those of a definition: first by its name,
 * then by its id; of the message first as a group, then as a message.
 */
export function compileRules(profile: Profile, defects: ProfileDefect[]): RulesFor {
  const { statements, predicates, keyed } = profile.rules;
  const compilation = (place: SourcePlace | undefined) => at(profile, defects, place);
  const statementsOn = attached(statements, (one) => compileStatement(one, compilation(one.rule.place)));
  const predicatesOn = attached(predicates, (one) => compilePredicate(one, compilation(one.rule.place)));
  const keyedOn = attached(keyed, (one) => compileKeyed(one, compilation(one.rule.place)));
  return (kind, name, id) => {
    const keys = keysOf(kind, name, id);
    return {
      statements: keys.flatMap((key) => statementsOn.get(key) ?? []),
      predicates: keys.flatMap((key) => predicatesOn.get(key) ?? []),
      keyed: keys.flatMap((key) => keyedOn.get(key) ?? []),
    };
  };
}

export function compileOrderIndifferent(
  profile: Profile,
  defects: ProfileDefect[],
): readonly CompiledOrderIndifferent[] {
  return profile.rules.orderIndifferent.map((context) => compileContext(context, at(profile, defects, context.place)));
}

function at(profile: Profile, defects: ProfileDefect[], place: SourcePlace | undefined): AssertionCompilation {
  return { sets: profile.valueSets, defects, place: place ?? { file: profile.source } };
}

function attached<Rule, Plan>(
  rules: readonly Attached<Rule>[],
  compile: (one: Attached<Rule>) => Plan,
): ReadonlyMap<string, readonly Plan[]> {
  const plans = new Map<string, Plan[]>();
  for (const one of rules) {
    const key = keyOf(one.on);
    const known = plans.get(key);
    if (known === undefined) plans.set(key, [compile(one)]);
    else known.push(compile(one));
  }
  return plans;
}

function keyOf({ kind, by, value }: Attachment): string {
  return `${kind} ${by} ${value}`;
}

function keysOf(kind: Attachment['kind'], name: string, id: string): readonly string[] {
  const kinds = kind === 'message' || kind === 'group' ? (['group', 'message'] as const) : [kind];
  return kinds.flatMap((each) => [
    keyOf({ kind: each, by: 'name', value: name }),
    keyOf({ kind: each, by: 'id', value: id }),
  ]);
}

function compileStatement({ on, rule }: Attached<ConformanceStatement>, to: AssertionCompilation): StatementPlan {
  const { assertion, ...statement } = rule;
  return { on, statement, assertion: compileAssertion(assertion, to.sets, to.defects, to.place) };
}

/** Where the path to the target cannot be read, what the predicate decides cannot be told. */
function compilePredicate({ on, rule }: Attached<Predicate>, to: AssertionCompilation): PredicatePlan {
  const { condition, ...predicate } = rule;
  const point = rule.target.lastIndexOf('.');
  const parents = readProfilePath(point === -1 ? '.' : rule.target.slice(0, point));
  const child = readProfilePath(rule.target.slice(point + 1)) ?? [];
  if (parents === undefined || child.length === 0) to.defects.push(noTarget(rule.target, to.place));
  const target = [...(parents ?? []), ...child];
  const plan = { on, predicate, target, child, ...(parents === undefined ? {} : { parents }) };
  if (condition === undefined) return plan;
  return { ...plan, condition: compileAssertion(condition, to.sets, to.defects, to.place) };
}

function noTarget(target: string, place: SourcePlace): ProfileDefect {
  return {
    severity: 'warning',
    code: 'predicate-target-unreadable',
    place,
    message: `${JSON.stringify(target)} leads to no element whose usage the predicate could decide`,
    remedy: 'write the path of an element below that to which the predicate is attached, 5[1].1[1]',
  };
}

function compileKeyed({ on, rule }: Attached<KeyedConstraint>, to: AssertionCompilation): KeyedPlan {
  const { entries, ...constraint } = rule;
  const compile = (assertion: KeyedConstraint['entries'][number]['key']) =>
    compileAssertion(assertion, to.sets, to.defects, to.place);
  return {
    on,
    constraint,
    entries: entries.map(({ key, assertions }) => ({ key: compile(key), assertions: assertions.map(compile) })),
  };
}

function compileContext(context: OrderIndifferentContext, to: AssertionCompilation): CompiledOrderIndifferent {
  return {
    path: compilePath(context.path, to),
    patterns: context.patterns.map((pattern) => compilePattern(pattern, to)),
  };
}

function compilePattern(pattern: OrderIndifferentPattern, to: AssertionCompilation): CompiledPattern {
  const on: Attachment = { kind: 'message', by: 'id', value: '' };
  return {
    cardinality: pattern.cardinality,
    message: pattern.triggerMessage,
    trigger: compileAssertion(pattern.trigger, to.sets, to.defects, to.place),
    statements: pattern.constraints.map((rule) => compileStatement({ on, rule }, to)),
    contexts: pattern.contexts.map((context) => compileContext(context, to)),
  };
}
