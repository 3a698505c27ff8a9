import { never } from '../../base/never.js';
import { readDouble } from '../compare/number.js';
import type { Assertion, Quantity } from '../model/assertion.js';
import type { ProfileDefect } from '../model/defect.js';
import { readProfilePath } from '../model/profile-path.js';
import type { SourcePlace } from '../model/source-place.js';
import type { ValueSetLibrary } from '../model/value-set.js';
import { compileComplexPathValue, compilePathValue, compileSimpleValue } from './compile-comparison.js';
import { compileValueSet } from './compile-value-set.js';
import type { CompiledAssertion, CompiledPath, CompiledQuantity } from './compiled-assertion.js';
import { compileRegularExpression } from './regular-expression.js';

/** What the compilation of one rule needs to know, and where its defects go. */
export interface AssertionCompilation {
  readonly sets: ValueSetLibrary;
  readonly defects: ProfileDefect[];
  readonly place: SourcePlace;
}

/** Makes an assertion ready for evaluation. Defects are told with `place`, that of the rule. */
export function compileAssertion(
  assertion: Assertion,
  sets: ValueSetLibrary,
  defects: ProfileDefect[],
  place: SourcePlace,
): CompiledAssertion {
  return compile(assertion, { sets, defects, place });
}

function compile(assertion: Assertion, to: AssertionCompilation): CompiledAssertion {
  switch (assertion.kind) {
    case 'presence':
    case 'set-id':
    case 'is-null':
      return { kind: assertion.kind, path: compilePath(assertion.path, to) };
    case 'iz-set-id':
      return {
        kind: 'iz-set-id',
        parent: compilePath(assertion.parent, to),
        element: compilePath(assertion.element, to),
      };
    case 'plain-text':
      return { kind: 'plain-text', text: assertion.text, ignoreCase: assertion.ignoreCase, ...onValues(assertion, to) };
    case 'format':
      return compileFormat(assertion, to);
    case 'string-list':
      return compileStringList(assertion, to);
    case 'number-list':
      return {
        kind: 'number-list',
        numbers: assertion.values.map((value) => readDouble(value) ?? Number.NaN),
        ...onValues(assertion, to),
      };
    case 'simple-value':
      return { ...compileSimpleValue(assertion), ...onValues(assertion, to) };
    case 'path-value':
      return { ...compilePathValue(assertion), ...twoPaths(assertion, to) };
    case 'complex-path-value':
      return { ...compileComplexPathValue(assertion), ...twoPaths(assertion, to) };
    case 'string-format':
      return { kind: 'string-format', format: assertion.format, ...onValues(assertion, to) };
    case 'value-set':
      return compileAssertedValueSet(assertion, to);
    case 'sub-context':
      return compileSubContext(assertion, to);
    case 'plugin':
      return { kind: 'plugin', name: assertion.name, parameters: assertion.parameters };
    default:
      return compileLogic(assertion, to);
  }
}

type Of<Kind extends Assertion['kind']> = Extract<Assertion, { kind: Kind }>;

function compileLogic(
  assertion: Of<'not' | 'and' | 'or' | 'xor' | 'implies' | 'for-all' | 'exists'>,
  to: AssertionCompilation,
): CompiledAssertion {
  switch (assertion.kind) {
    case 'not':
      return not(compile(assertion.of, to));
    case 'and':
    case 'or':
      return { kind: assertion.kind, left: compile(assertion.left, to), right: compile(assertion.right, to) };
    case 'implies':
      return { kind: 'or', left: not(compile(assertion.left, to)), right: compile(assertion.right, to) };
    case 'xor': {
      const sides = { left: compile(assertion.left, to), right: compile(assertion.right, to) };
      return { kind: 'and', left: { kind: 'or', ...sides }, right: not({ kind: 'and', ...sides }) };
    }
    case 'for-all':
    case 'exists':
      if (assertion.of.length === 0) return { kind: 'undecidable', reason: 'the list of assertions is empty' };
      return { kind: assertion.kind, of: assertion.of.map((each) => compile(each, to)) };
    default:
      return never(assertion);
  }
}

function not(of: CompiledAssertion): CompiledAssertion {
  return { kind: 'not', of };
}

function onValues(assertion: Of<'plain-text' | 'simple-value' | 'format'> | OnPath, to: AssertionCompilation) {
  return {
    path: compilePath(assertion.path, to),
    quantity: compileQuantity(assertion),
    whenAbsent: assertion.whenAbsent ?? 'PASS',
  };
}

type OnPath = Of<'string-list' | 'number-list' | 'string-format' | 'sub-context'>;

function twoPaths(assertion: Of<'path-value' | 'complex-path-value'>, to: AssertionCompilation) {
  return {
    path1: compilePath(assertion.path1, to),
    path2: compilePath(assertion.path2, to),
    whenAbsent: assertion.whenAbsent ?? 'PASS',
  };
}

/** A path that cannot be read is a warning: the reference loads it, and finds what asks it inconclusive. */
export function compilePath(text: string, { defects, place }: Omit<AssertionCompilation, 'sets'>): CompiledPath {
  const steps = readProfilePath(text);
  if (steps !== undefined) return { text, steps };
  defects.push({
    severity: 'warning',
    code: 'path-unreadable',
    place,
    message: `${JSON.stringify(text)} is no path, so that what asks it cannot be decided`,
    remedy: 'write it as 5[1].1[1] or 5[*].1[*], or . for the element itself',
  });
  return { text };
}

export function compileQuantity({ atLeastOnce, min, max }: Quantity): CompiledQuantity {
  if (min !== undefined) return { all: false, min, max: max ?? Number.POSITIVE_INFINITY };
  if (atLeastOnce === true) return { all: false, min: 1, max: Number.POSITIVE_INFINITY };
  return { all: true, min: 0, max: Number.POSITIVE_INFINITY };
}

function compileFormat(assertion: Of<'format'>, to: AssertionCompilation): CompiledAssertion {
  const { regex } = assertion;
  const result = compileRegularExpression(regex);
  const base = { kind: 'format', regex, ...onValues(assertion, to) } as const;
  if (result.kind === 'compiled') return { ...base, expression: result.expression };
  const isInvalid = result.kind === 'invalid';
  to.defects.push({
    severity: isInvalid ? 'error' : 'warning',
    code: isInvalid ? 'regular-expression-invalid' : 'regular-expression-untranslatable',
    place: to.place,
    message: isInvalid
      ? `the regular expression ${regex} is wrong: ${result.reason}`
      : `the regular expression ${regex} is right, but cannot be executed here, so that its rule cannot be decided: ${result.reason}`,
    remedy: isInvalid ? 'mend it' : 'write it with characters, classes, groups and quantifiers alone',
  });
  return base;
}

function compileStringList(assertion: Of<'string-list'>, to: AssertionCompilation): CompiledAssertion {
  const { values, ignoreCase } = assertion;
  const lowerValues = ignoreCase === true ? { lowerValues: new Set(values.map((value) => value.toLowerCase())) } : {};
  return { kind: 'string-list', values: new Set(values), ...lowerValues, ...onValues(assertion, to) };
}

function compileAssertedValueSet(assertion: Of<'value-set'>, to: AssertionCompilation): CompiledAssertion {
  const ids = assertion.valueSet.split(':').filter((id) => id !== '');
  const positions = assertion.locations.map(({ code }) => readProfilePath(code)?.[0]?.position ?? 1);
  return {
    kind: 'value-set',
    path: compilePath(assertion.path, to),
    id: assertion.valueSet,
    sets: ids.map((id) => compileValueSet(to.sets, id, to.defects, to.place)),
    positions: positions.length === 0 ? [1] : positions,
    whenAbsent: assertion.whenAbsent ?? 'PASS',
  };
}

function compileSubContext(assertion: Of<'sub-context'>, to: AssertionCompilation): CompiledAssertion {
  if (assertion.min !== undefined && assertion.atLeastOnce !== undefined) {
    return { kind: 'undecidable', reason: 'the sub-context says how often in two ways' };
  }
  return { kind: 'sub-context', assertion: compile(assertion.assertion, to), ...onValues(assertion, to) };
}
