import type { Assertion } from '../model/assertion.js';

/**
 * Whether an assertion is the same for every message: true, false, or undefined where a message decides. A path that is
 * absent counts as the assertion says.
 */
export function truthOf(assertion: Assertion): boolean | undefined {
  switch (assertion.kind) {
    case 'presence':
      // Whatever is looked at is there.
      return assertion.path === '.' ? true : undefined;
    case 'format':
      return /^(\.\*|\(\.\*\)|\[\\s\\S\]\*)$/.test(assertion.regex) &&
        assertion.whenAbsent !== 'FAIL' &&
        !isCounted(assertion)
        ? true
        : undefined;
    case 'path-value':
    case 'complex-path-value':
      return assertion.path1 === assertion.path2 && /E$|^EQ$/.test(assertion.operator) && assertion.operator !== 'NE'
        ? true
        : undefined;
    case 'plain-text':
    case 'string-list':
    case 'number-list':
    case 'simple-value':
    case 'string-format':
    case 'sub-context':
      return isAnyNumber(assertion) ? true : undefined;
    case 'not': {
      const inner = truthOf(assertion.of);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
      return (
        all([assertion.left, assertion.right]) ?? (contradict(assertion.left, assertion.right) ? false : undefined)
      );
    case 'or':
      return any([assertion.left, assertion.right]) ?? (contradict(assertion.left, assertion.right) ? true : undefined);
    case 'implies':
      return implied(assertion.left, assertion.right);
    case 'xor':
      return isSame(assertion.left, assertion.right)
        ? false
        : contradict(assertion.left, assertion.right)
          ? true
          : undefined;
    case 'for-all':
      return all(assertion.of);
    case 'exists':
      return any(assertion.of);
    default:
      return undefined;
  }
}

interface Counted {
  readonly atLeastOnce?: boolean;
  readonly min?: number;
  readonly max?: number;
}

function isCounted({ atLeastOnce, min, max }: Counted): boolean {
  return atLeastOnce === true || min !== undefined || max !== undefined;
}

/** From none to any number of them: every message has so many. */
function isAnyNumber({ min, max, whenAbsent }: Counted & { readonly whenAbsent?: string }): boolean {
  const isOpen = min === 0 && (max === undefined || max === Number.POSITIVE_INFINITY);
  return isOpen && (whenAbsent ?? 'PASS') === 'PASS';
}

function all(assertions: readonly Assertion[]): boolean | undefined {
  const truths = assertions.map(truthOf);
  if (truths.includes(false)) return false;
  return truths.every((truth) => truth === true) ? true : undefined;
}

function any(assertions: readonly Assertion[]): boolean | undefined {
  const truths = assertions.map(truthOf);
  if (truths.includes(true)) return true;
  return truths.every((truth) => truth === false) ? false : undefined;
}

function implied(left: Assertion, right: Assertion): boolean | undefined {
  const [condition, consequence] = [truthOf(left), truthOf(right)];
  if (condition === false || consequence === true || isSame(left, right)) return true;
  return condition === true && consequence === false ? false : undefined;
}

function isSame(a: Assertion, b: Assertion): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function contradict(a: Assertion, b: Assertion): boolean {
  return (a.kind === 'not' && isSame(a.of, b)) || (b.kind === 'not' && isSame(b.of, a));
}
