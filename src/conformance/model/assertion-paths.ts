import { never } from '../../base/never.js';
import type { Assertion } from './assertion.js';
import type { PathText } from './profile-path.js';

/**
 * What an assertion wants of a path: a simple value, an element with all below it, or `presence`: something about the element
 * that is seen from above it, whether it is there or which of several it is.
 */
export type PathUse = 'value' | 'presence' | 'element';

/** One path of an assertion. */
export interface PathInAssertion {
  readonly path: PathText;
  readonly use: PathUse;
  /** So many of several must fulfil it: at least one, or from `min` to `max`. */
  readonly isCounted: boolean;
  /** The paths of the `within` around it, outermost first, each relative to the one before. */
  readonly scope: readonly PathText[];
}

/** The same assertion with other paths. `change` is called once for each path, in the order of reading. */
export function withPaths(assertion: Assertion, change: (path: PathInAssertion) => PathText): Assertion {
  return rewrite(assertion, [], change);
}

export function pathsOf(assertion: Assertion): readonly PathInAssertion[] {
  const found: PathInAssertion[] = [];
  withPaths(assertion, (path) => {
    found.push(path);
    return path.path;
  });
  return found;
}

type Change = (path: PathInAssertion) => PathText;

function rewrite(assertion: Assertion, scope: readonly PathText[], change: Change): Assertion {
  const at = (path: PathText, use: PathUse, isCounted = false): PathText => change({ path, use, isCounted, scope });
  const inside = (inner: Assertion): Assertion => rewrite(inner, scope, change);
  switch (assertion.kind) {
    case 'plain-text':
    case 'format':
    case 'string-list':
    case 'number-list':
    case 'simple-value':
    case 'string-format':
      return { ...assertion, path: at(assertion.path, 'value', isCounted(assertion)) };
    case 'presence':
    case 'is-null':
    case 'set-id':
      return { ...assertion, path: at(assertion.path, 'presence') };
    case 'value-set':
      return { ...assertion, path: at(assertion.path, 'element') };
    case 'path-value':
      return { ...assertion, path1: at(assertion.path1, 'value'), path2: at(assertion.path2, 'value') };
    case 'complex-path-value':
      return { ...assertion, path1: at(assertion.path1, 'element'), path2: at(assertion.path2, 'element') };
    case 'iz-set-id': {
      const parent = at(assertion.parent, 'presence');
      const element = change({
        path: assertion.element,
        use: 'value',
        isCounted: false,
        scope: [...scope, assertion.parent],
      });
      return { ...assertion, parent, element };
    }
    case 'sub-context': {
      const path = at(assertion.path, 'element', isCounted(assertion));
      return { ...assertion, path, assertion: rewrite(assertion.assertion, [...scope, assertion.path], change) };
    }
    case 'plugin':
      return assertion;
    case 'not':
      return { ...assertion, of: inside(assertion.of) };
    case 'and':
    case 'or':
    case 'xor':
    case 'implies':
      return { ...assertion, left: inside(assertion.left), right: inside(assertion.right) };
    case 'for-all':
    case 'exists':
      return { ...assertion, of: assertion.of.map(inside) };
    default:
      return never(assertion);
  }
}

function isCounted(assertion: {
  readonly atLeastOnce?: boolean;
  readonly min?: number;
  readonly max?: number;
}): boolean {
  return assertion.atLeastOnce === true || assertion.min !== undefined || assertion.max !== undefined;
}
