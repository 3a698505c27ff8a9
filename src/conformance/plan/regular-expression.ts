import { RE2JS } from 're2js';
import { matchesBounded } from '../regular-expression/bounded-match.js';
import { isDeterministic } from '../regular-expression/deterministic.js';
import { degreeOf, longestTextWithin } from '../regular-expression/effort.js';
import { ExpressionFault } from '../regular-expression/expression-fault.js';
import type { ExpressionNode } from '../regular-expression/expression-node.js';
import { matchingBudget } from '../regular-expression/matching-budget.js';
import { needsBoundedEngine } from '../regular-expression/only-bounded.js';
import { parseExpression } from '../regular-expression/parse.js';
import { withoutEdges } from '../regular-expression/without-edges.js';
import { writeJavaScript } from '../regular-expression/write-javascript.js';
import { writeLinear } from '../regular-expression/write-linear.js';

/** A regular expression of a profile, in Java's syntax, as we match whole texts with it. Plain data. */
export interface CompiledRegularExpression {
  /** As the profile writes it. */
  readonly source: string;
  /** For texts up to `nativeLimit` characters; longer ones could take too long in an engine that backtracks. */
  readonly native?: RegExp;
  readonly nativeLimit: number;
  /** The steps that the engine needs for them grow with this power of their length; 0 where it never has to come back. */
  readonly nativeDegree: number;
  /** For longer ones: in RE2's syntax, where it can express the language ... */
  readonly linear?: string;
  /** ... else the expression itself, for an engine that gives up in time. */
  readonly tree?: ExpressionNode;
}

export type RegularExpressionResult =
  | { readonly kind: 'compiled'; readonly expression: CompiledRegularExpression }
  /** Java would refuse it too. */
  | { readonly kind: 'invalid'; readonly reason: string }
  /** Java takes it; what it needs does not exist here. */
  | { readonly kind: 'untranslatable'; readonly reason: string };

/** Steps that a backtracking engine may take for one value: a few milliseconds. */
const NATIVE_STEPS = 1_000_000;

export function compileRegularExpression(source: string): RegularExpressionResult {
  try {
    return { kind: 'compiled', expression: compile(source, withoutEdges(parseExpression(source))) };
  } catch (error) {
    if (error instanceof ExpressionFault) return { kind: error.kind, reason: error.message };
    if (error instanceof RangeError) return { kind: 'untranslatable', reason: 'it is nested too deep' };
    throw error;
  }
}

function compile(source: string, tree: ExpressionNode): CompiledRegularExpression {
  if (needsBoundedEngine(tree)) return { source, nativeLimit: 0, nativeDegree: 0, tree };
  const isStraight = isDeterministic(tree);
  const nativeLimit = isStraight ? Number.POSITIVE_INFINITY : longestTextWithin(NATIVE_STEPS, tree);
  const native = nativeLimit > 0 ? nativeOf(tree) : undefined;
  const limit = native === undefined ? 0 : nativeLimit;
  const nativeDegree = isStraight ? 0 : degreeOf(tree);
  const base = { source, nativeLimit: limit, nativeDegree, ...(native === undefined ? {} : { native }) };
  if (limit === Number.POSITIVE_INFINITY) return base;
  const linear = writeLinear(tree);
  return linear === undefined || linearOf(linear) === undefined ? { ...base, tree } : { ...base, linear };
}

/** Undefined where JavaScript finds it too large. */
function nativeOf(tree: ExpressionNode): RegExp | undefined {
  try {
    const pattern = new RegExp(writeJavaScript(tree), 'u');
    // The engine compiles at the first use, once for each kind of string, and may refuse only then.
    for (const text of ['', '\u0100']) pattern.test(text);
    return pattern;
  } catch {
    return undefined;
  }
}

/** Whether the expression matches the whole text; undefined where that cannot be found out in the time for it or its message. */
export function matchesWhole(expression: CompiledRegularExpression, text: string): boolean | undefined {
  const { native, nativeLimit, nativeDegree, linear, tree } = expression;
  if (native !== undefined && text.length <= nativeLimit && (nativeDegree === 0 || !matchingBudget.isSpent)) {
    // The engine does not tell its steps: they count as many as they may be.
    if (nativeDegree !== 0) matchingBudget.spend(NATIVE_STEPS * (text.length / nativeLimit) ** nativeDegree);
    return native.test(text);
  }
  if (linear !== undefined) return linearOf(linear)?.matches(text);
  return tree === undefined || matchingBudget.isSpent ? undefined : matchesBounded(tree, text);
}

/** Programs of the linear engine are no plain data, so that the plan cannot hold them. */
const programs = new Map<string, RE2JS | undefined>();
const MOST_PROGRAMS = 1000;

function linearOf(source: string): RE2JS | undefined {
  if (programs.has(source)) return programs.get(source);
  if (programs.size >= MOST_PROGRAMS) programs.clear();
  const program = programOf(source);
  programs.set(source, program);
  return program;
}

/** Undefined where the program would be too large. */
function programOf(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch {
    return undefined;
  }
}
