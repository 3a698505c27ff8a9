import type { Assertion } from '../../model/assertion.js';
import { type PathInAssertion, pathsOf, withPaths } from '../../model/assertion-paths.js';
import { type DraftNode, positionOf } from './draft/draft-node.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { isSameLevel, type Level, type Spot } from './draft/spot.js';
import { definitionAt, elementAt, firstSimple, isVaries } from './draft/spot-definition.js';
import { type ResolvedPath, resolvePath, type Unresolved } from './resolve-path.js';

/** A rule about one element, with the element in which it is judged and all paths from there. */
export interface JudgedRule {
  /** The smallest thing that holds the element and all paths. */
  readonly context: Spot;
  readonly assertion: Assertion;
  /** From the context to the element itself. */
  readonly target: string;
}

export interface RuleOptions {
  /** The rule decides on the element's usage: it is judged at least in the element's parent. */
  readonly isPredicate: boolean;
  /** Where the rule is judged, if the author says so. */
  readonly context?: Spot;
}

/** Finds out in what a rule about the element at `spot` is judged, and turns its paths into positions from there. */
export function judgeRule(
  draft: ProfileDraft,
  assertion: Assertion,
  spot: Spot,
  options: RuleOptions,
): JudgedRule | Unresolved {
  const resolved = resolveAll(draft, assertion, spot);
  if ('what' in resolved) return resolved;
  const depth = options.context?.length ?? contextDepth(draft, assertion, spot, resolved, options);
  const context = options.context ?? spot.slice(0, depth);
  const ways = [...resolved.values(), { spot, stated: NOTHING_STATED }];
  const stray = ways.find((way) => commonDepth(way.spot, context) < context.length);
  if (stray !== undefined || context.length === 0) return OUTSIDE;
  const paths = [...resolved.values()][Symbol.iterator]();
  const rewritten = withPaths(assertion, (path) => {
    const way = paths.next().value;
    const from = path.scope.length === 0 ? depth : (resolveScope(draft, path, spot)?.spot.length ?? depth);
    return way === undefined ? path.path : positions(draft, way, from, path.use === 'value');
  });
  return { context, assertion: rewritten, target: positions(draft, { spot, stated: NOTHING_STATED }, depth, false) };
}

const NOTHING_STATED: ReadonlyMap<number, number | '*'> = new Map();
const OUTSIDE: Unresolved = {
  what: 'a path leads out of what the rule is judged in',
  remedy: 'name a context that holds the element and all paths, or leave the context out',
};

/** Every path of the assertion in order; keyed by its number. */
function resolveAll(
  draft: ProfileDraft,
  assertion: Assertion,
  spot: Spot,
): ReadonlyMap<number, ResolvedPath> | Unresolved {
  const found = new Map<number, ResolvedPath>();
  for (const [index, path] of pathsOf(assertion).entries()) {
    const from = resolveScope(draft, path, spot)?.spot ?? spot;
    const way = resolvePath(draft, path.path, from);
    if ('what' in way) return way;
    found.set(index, way);
  }
  return found;
}

/** What the `within` around a path leads to; the element itself where there is none. */
function resolveScope(draft: ProfileDraft, path: PathInAssertion, spot: Spot): ResolvedPath | undefined {
  let way: ResolvedPath = { spot, stated: NOTHING_STATED };
  for (const step of path.scope) {
    const next = resolvePath(draft, step, way.spot);
    if ('what' in next) return undefined;
    way = next;
  }
  return way;
}

function contextDepth(
  draft: ProfileDraft,
  assertion: Assertion,
  spot: Spot,
  resolved: ReadonlyMap<number, ResolvedPath>,
  { isPredicate }: RuleOptions,
): number {
  let depth = isPredicate ? spot.length - 1 : spot.length;
  for (const [index, path] of pathsOf(assertion).entries()) {
    const way = resolved.get(index);
    if (way !== undefined && path.scope.length === 0) depth = Math.min(depth, deepest(spot, way, path));
  }
  // No rule can be attached to a type that another field tells.
  while (isVaries(definitionAt(draft, spot.slice(0, depth)))) depth--;
  return depth;
}

/** How far down the element's way a rule with this path may be judged. */
function deepest(spot: Spot, way: ResolvedPath, path: PathInAssertion): number {
  const limits = [commonDepth(spot, way.spot), ...way.stated.keys()];
  // That something is there can only be asked of what is around it.
  if (path.use === 'presence' && way.rest === undefined) limits.push(way.spot.length - 1);
  // "At least one" counts over the repetitions of fields.
  if (path.isCounted && way.rest === undefined) limits.push(way.spot.filter(({ kind }) => kind !== 'inner').length);
  return Math.min(...limits);
}

function commonDepth(a: Spot, b: Spot): number {
  let depth = 0;
  while (depth < a.length && isSameLevel(a[depth], b[depth])) depth++;
  return depth;
}

/** The steps from `depth` on as positions; down to a simple value where one is wanted. */
function positions(draft: ProfileDraft, way: ResolvedPath, depth: number, wantsValue: boolean): string {
  const steps = way.spot.slice(depth).map((level, index) => {
    const at = depth + index;
    return `${positionIn(level)}[${way.stated.get(at) ?? occurrences(draft, way.spot.slice(0, at + 1))}]`;
  });
  if (way.rest !== undefined && way.rest !== '.') steps.push(way.rest);
  if (wantsValue && way.rest === undefined)
    steps.push(...firstSimple(draft, way.spot).map(({ position }) => `${position}[1]`));
  return steps.length === 0 ? '.' : steps.join('.');
}

function positionIn(level: Level): number {
  if (level.kind === 'inner') return level.position;
  return level.kind === 'structure' && level.node.kind !== 'message' ? positionOf(level.node) : 0;
}

/** `*` of what may repeat, else 1. */
function occurrences(draft: ProfileDraft, spot: Spot): number | '*' {
  const last = spot.at(-1);
  if (last?.kind === 'structure') return (last.node as DraftNode).cardinality.max > 1 ? '*' : 1;
  const element = elementAt(draft, spot);
  return typeof element === 'object' && (element.cardinality?.max ?? 1) > 1 ? '*' : 1;
}
