import type { Assertion } from '../../model/assertion.js';
import type { Attachment, ConformanceStatement, Predicate } from '../../model/rule.js';
import type { ConditionalOutcome } from '../../model/usage.js';
import { sentenceOf } from '../../wording/assertion-words.js';
import { ownDefinitions } from './draft/own-definitions.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { innerOf, nodesNamed, type Spot, spotOf } from './draft/spot.js';
import { readElementPath } from './element-path.js';
import type { WrittenCondition, WrittenStatement } from './read-rules.js';
import type { Unresolved } from './resolve-path.js';
import { type JudgedRule, judgeRule } from './rule-context.js';
import type { Path, YamlSource } from './yaml-source.js';

/** The element that a rule is about. */
export interface RuleSubject {
  /** For people: `PID-3`. */
  readonly name: string;
  readonly spots: readonly Spot[];
  readonly requirement?: string;
}

/** Attaches statements to the smallest definitions that hold all their paths. */
export function placeStatements(
  draft: ProfileDraft,
  source: YamlSource,
  written: readonly WrittenStatement[],
  subject: RuleSubject,
): void {
  written.forEach((one, index) => {
    const { assertion, path, text, context, id, ...rest } = one;
    const made = subject.requirement ?? subject.name;
    const identity = id ?? (written.length === 1 ? made : `${made}/${index + 1}`);
    const description = text ?? sentenceOf(assertion, wordFor(subject.name));
    for (const { on, rule } of attachments(draft, source, { assertion, path, context, isPredicate: false }, subject)) {
      const statement: ConformanceStatement = {
        kind: 'statement',
        id: identity,
        description,
        ...rest,
        assertion: rule.assertion,
        place: source.place(path),
      };
      draft.rules.statements.push({ on, rule: statement });
    }
  });
}

/** Attaches the condition of a usage `C(a/b)`. */
export function placeCondition(
  draft: ProfileDraft,
  source: YamlSource,
  written: WrittenCondition,
  outcome: ConditionalOutcome,
  subject: RuleSubject,
): void {
  const { condition, path, text, context, ...rest } = written;
  const place = source.place(path);
  const assertion: Assertion = condition ?? { kind: 'presence', path: '.' };
  for (const { on, rule } of attachments(draft, source, { assertion, path, context, isPredicate: true }, subject)) {
    const predicate: Predicate = {
      kind: 'predicate',
      description: text ?? `If ${sentenceOf(assertion, wordFor(subject.name))}`,
      ...(subject.requirement !== undefined && { id: subject.requirement }),
      ...rest,
      target: rule.target,
      ...outcome,
      ...(condition === undefined ? {} : { condition: rule.assertion }),
      place,
    };
    draft.rules.predicates.push({ on, rule: predicate });
  }
}

/** `.4` of PID-3 is PID-3.4 to people. */
function wordFor(name: string): (path: string) => string {
  return (path) => (path.startsWith('.') ? `${name}${path === '.' ? '' : path}` : path);
}

interface Judging {
  readonly assertion: Assertion;
  readonly path: Path;
  readonly context: string | undefined;
  readonly isPredicate: boolean;
}

interface Attaching {
  readonly on: Attachment;
  readonly rule: JudgedRule;
}

function attachments(
  draft: ProfileDraft,
  source: YamlSource,
  { assertion, path, context, isPredicate }: Judging,
  { spots, name }: RuleSubject,
): readonly Attaching[] {
  const judged: JudgedRule[] = [];
  const failures: Unresolved[] = [];
  for (const spot of spots) {
    const around = context === undefined ? undefined : contextSpot(draft, context, spot);
    const rule =
      context !== undefined && around === undefined
        ? { what: `${context} is nothing around ${name}`, remedy: 'name a group or segment around the element' }
        : judgeRule(draft, assertion, spot, { isPredicate, ...(around && { context: around }) });
    if ('what' in rule) failures.push(rule);
    else judged.push(rule);
  }
  const [failure] = failures;
  if (failure !== undefined && judged.length === 0) source.error(path, 'rule-path', failure.what, failure.remedy);
  else if (failure !== undefined) {
    const what = `the rule does not hold at every place of ${name}: ${failure.what}`;
    source.warning(path, 'rule-not-everywhere', what, 'name the places for which it is meant, or mend the path');
  }
  return grouped(judged).flatMap((rules) => attachmentsOf(draft, rules));
}

/** The message, group or segment of that name around the element. */
function contextSpot(draft: ProfileDraft, name: string, spot: Spot): Spot | undefined {
  const path = readElementPath(name);
  const nodes = path && path.field === undefined ? nodesNamed(draft, path.names) : [];
  const depth = spot.findIndex((level) => level.kind === 'structure' && nodes.includes(level.node));
  const [found] = nodes;
  return depth < 0 || found === undefined ? undefined : spot.slice(0, depth + 1);
}

/** Rules that are the same for several places of one segment stay one rule. */
function grouped(rules: readonly JudgedRule[]): readonly (readonly JudgedRule[])[] {
  const groups = new Map<string, JudgedRule[]>();
  for (const [index, rule] of rules.entries()) {
    const last = rule.context.at(-1);
    const isInSegment = last?.kind !== 'structure' || last.node.kind === 'segment';
    const key = isInSegment ? JSON.stringify([innerOf(rule.context), rule.target, rule.assertion]) : String(index);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

function attachmentsOf(draft: ProfileDraft, rules: readonly JudgedRule[]): readonly Attaching[] {
  const [rule] = rules;
  const last = rule?.context.at(-1);
  if (rule === undefined || last === undefined) return [];
  if (last.kind === 'structure' && last.node.kind !== 'segment') {
    const { node } = last;
    const on: Attachment =
      node.kind === 'message'
        ? { kind: 'message', by: 'id', value: node.definition.id }
        : { kind: 'group', by: 'id', value: node.ref };
    return [{ on, rule }];
  }
  const contexts = rules.map(({ context }) => context);
  return ownDefinitions(draft, contexts, innerOf(rule.context)).map(({ kind, id }) => ({
    on: { kind, by: 'id', value: id },
    rule,
  }));
}

/** Where a message as a whole is. */
export function messageSpots(draft: ProfileDraft): readonly Spot[] {
  return draft.messages.map((message) => spotOf(message));
}
