import { never } from '../../base/never.js';
import type { Assertion, ComparisonOperator, Quantity } from '../model/assertion.js';
import type { PathText } from '../model/profile-path.js';

/** How a path is called in a sentence. */
export type NameOfPath = (path: PathText) => string;

/** An assertion as a clause: `PV1-2 is "I" and PV1-3 has a value`. Without a capital and without a full stop. */
export function wordsOf(assertion: Assertion, nameOf: NameOfPath): string {
  return new Wording(nameOf).clause(assertion, true);
}

/** The same as a sentence. */
export function sentenceOf(assertion: Assertion, nameOf: NameOfPath): string {
  const words = wordsOf(assertion, nameOf);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const COMPARED: Readonly<Record<ComparisonOperator, readonly [holds: string, fails: string]>> = {
  EQ: ['equals', 'does not equal'],
  NE: ['differs from', 'equals'],
  GT: ['is greater than', 'is at most'],
  LT: ['is less than', 'is at least'],
  GE: ['is at least', 'is less than'],
  LE: ['is at most', 'is greater than'],
};

class Wording {
  readonly #nameOf: NameOfPath;
  /** The paths of the `within` around, which the others continue. */
  #scope = '.';

  constructor(nameOf: NameOfPath) {
    this.#nameOf = nameOf;
  }

  #name(path: PathText, scope = this.#scope): string {
    return this.#nameOf(joined(scope, path));
  }

  /** `holds`: the assertion is meant, else its contrary. */
  clause(assertion: Assertion, holds: boolean): string {
    switch (assertion.kind) {
      case 'not':
        return this.clause(assertion.of, !holds);
      case 'and':
      case 'or':
        return this.#joined([assertion.left, assertion.right], assertion.kind, holds);
      case 'for-all':
      case 'exists':
        return this.#joined(assertion.of, assertion.kind === 'for-all' ? 'and' : 'or', holds);
      case 'xor': {
        const [left, right] = [this.clause(assertion.left, true), this.clause(assertion.right, true)];
        return holds ? `either ${left} or ${right}, not both` : `both or neither: ${left}; ${right}`;
      }
      case 'implies':
        return holds
          ? `if ${this.clause(assertion.left, true)}, then ${this.clause(assertion.right, true)}`
          : `${this.clause(assertion.left, true)} and yet ${this.clause(assertion.right, false)}`;
      case 'sub-context':
        return `${holds ? '' : 'it is not so that '}in ${this.#subject(assertion)}: ${this.#inside(assertion)}`;
      default:
        return this.#simple(assertion, holds);
    }
  }

  #simple(assertion: Exclude<Assertion, Joining>, holds: boolean): string {
    const is = holds ? 'is' : 'is not';
    switch (assertion.kind) {
      case 'presence':
        return `${this.#name(assertion.path)} ${holds ? 'has a value' : 'has no value'}`;
      case 'plain-text':
        return `${this.#subject(assertion)} ${is} "${assertion.text}"${assertion.ignoreCase ? ' (in any case of letters)' : ''}`;
      case 'format':
        return `${this.#subject(assertion)} ${holds ? 'has' : 'does not have'} the form ${assertion.regex}`;
      case 'string-list':
      case 'number-list':
        return `${this.#subject(assertion)} ${is} ${listed(
          assertion.values.map((value) => `"${value}"`),
          'or',
        )}`;
      case 'simple-value':
        return `${this.#subject(assertion)} ${compared(assertion.operator, holds)} ${assertion.value}`;
      case 'path-value':
      case 'complex-path-value':
        return `${this.#name(assertion.path1)} ${compared(assertion.operator, holds)} ${this.#name(assertion.path2)}`;
      case 'string-format':
        return `${this.#subject(assertion)} ${is} a ${assertion.format} code with the right check digit`;
      case 'value-set':
        return `${this.#name(assertion.path)} ${is} in the value set ${assertion.valueSet}`;
      case 'set-id':
        return `${this.#name(assertion.path)} ${holds ? 'numbers' : 'does not number'} its element: 1, 2, 3`;
      case 'iz-set-id':
        return `${this.#name(assertion.element, joined(this.#scope, assertion.parent))} ${holds ? 'counts' : 'does not count'} 1, 2, 3 over ${this.#name(assertion.parent)}`;
      case 'is-null':
        return `${this.#name(assertion.path)} ${is} the HL7 null ""`;
      case 'plugin':
        return `the function ${assertion.name} ${holds ? 'accepts it' : 'refuses it'}`;
      default:
        return never(assertion);
    }
  }

  #inside({ path, assertion }: Extract<Assertion, { readonly kind: 'sub-context' }>): string {
    const around = this.#scope;
    this.#scope = joined(around, path);
    const words = this.clause(assertion, true);
    this.#scope = around;
    return words;
  }

  #joined(parts: readonly Assertion[], word: 'and' | 'or', holds: boolean): string {
    const contrary = word === 'and' ? 'or' : 'and';
    const clauses = parts.map((part) => {
      const clause = this.clause(part, holds);
      return isJoining(part) ? `(${clause})` : clause;
    });
    return listed(clauses, holds ? word : contrary);
  }

  #subject(assertion: Quantity & { readonly path: PathText }): string {
    const name = this.#name(assertion.path);
    const { min, max } = assertion;
    if (min !== undefined || max !== undefined) {
      const most = max === undefined || max === Number.POSITIVE_INFINITY ? 'or more' : `to ${max}`;
      return `${min ?? 0} ${most} of ${name}`;
    }
    return assertion.atLeastOnce === true ? `at least one ${name}` : name;
  }
}

/** Positions go on where the others end; a name stands for itself. */
function joined(scope: PathText, path: PathText): PathText {
  if (scope === '.' || !/^(\.|\d+\[)/.test(path)) return path;
  if (path === '.') return scope;
  return path.startsWith('.') ? `${scope}${path}` : `${scope}.${path}`;
}

type Joining = Extract<
  Assertion,
  { readonly kind: 'not' | 'and' | 'or' | 'for-all' | 'exists' | 'xor' | 'implies' | 'sub-context' }
>;

const JOINING = new Set<Assertion['kind']>(['and', 'or', 'for-all', 'exists', 'xor', 'implies']);

function isJoining(assertion: Assertion): boolean {
  return assertion.kind === 'not' ? isJoining(assertion.of) : JOINING.has(assertion.kind);
}

function compared(operator: ComparisonOperator, holds: boolean): string {
  return COMPARED[operator][holds ? 0 : 1];
}

function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length <= 2) return parts.join(` ${word} `);
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}
