import { never } from '../../../base/never.js';
import type { Assertion, ComparisonOperator, Quantity, WhenAbsent } from '../../model/assertion.js';
import type { PathText } from '../../model/profile-path.js';
import type { CodeLocation } from '../../model/value-set.js';
import type { Written } from './written-yaml.js';

const SIGNS: Readonly<Record<ComparisonOperator, string>> = { EQ: '=', NE: '!=', GT: '>', LT: '<', GE: '>=', LE: '<=' };

/** How a path is written; `isInside`: it starts at the element of a `within` and not at that of the rule. */
export type WritePath = (path: PathText, isInside: boolean) => string;

/** An assertion in the language of docs/profiles.md: what the loader reads back as the same. */
export function writtenAssertion(assertion: Assertion, writePath: WritePath): Written {
  return new AssertionWriter(writePath).written(assertion);
}

type Valued = Quantity & { readonly path: PathText; readonly whenAbsent?: WhenAbsent };

class AssertionWriter {
  readonly #writePath: WritePath;
  #within = 0;

  constructor(writePath: WritePath) {
    this.#writePath = writePath;
  }

  written(assertion: Assertion): Written {
    switch (assertion.kind) {
      case 'not':
        return assertion.of.kind === 'presence'
          ? { absent: this.#path(assertion.of.path) }
          : { not: this.written(assertion.of) };
      case 'and':
      case 'or':
      case 'xor':
        return { [assertion.kind]: [this.written(assertion.left), this.written(assertion.right)] };
      case 'implies':
        // biome-ignore lint/suspicious/noThenProperty: the word of the language; nothing awaits it.
        return { if: this.written(assertion.left), then: this.written(assertion.right) };
      case 'for-all':
        return { all: assertion.of.map((one) => this.written(one)) };
      case 'exists':
        return { any: assertion.of.map((one) => this.written(one)) };
      case 'sub-context':
        return { within: this.#subContext(assertion) };
      default:
        return this.#simple(assertion);
    }
  }

  #subContext(assertion: Extract<Assertion, { readonly kind: 'sub-context' }>): Written {
    const path = this.#path(assertion.path);
    this.#within++;
    const holds = this.written(assertion.assertion);
    this.#within--;
    return { path, holds, ...options(assertion) };
  }

  #simple(assertion: Exclude<Assertion, { readonly kind: Joining }>): Written {
    switch (assertion.kind) {
      case 'presence':
        return { present: this.#path(assertion.path) };
      case 'is-null':
        return { isNull: this.#path(assertion.path) };
      case 'set-id':
        return { setId: this.#path(assertion.path) };
      case 'iz-set-id':
        return {
          setIdWithin: { parent: this.#path(assertion.parent), element: this.#writePath(assertion.element, true) },
        };
      case 'plain-text':
        return {
          equals: this.#valued(
            assertion,
            { text: assertion.text },
            { ignoreCase: assertion.ignoreCase ? 'true' : undefined },
          ),
        };
      case 'format':
        return { matches: this.#valued(assertion, { regex: assertion.regex }) };
      case 'string-list':
        return {
          in: this.#valued(assertion, { values: assertion.values }, { ignoreCase: flag(assertion.ignoreCase) }),
        };
      case 'number-list':
        return { inNumbers: this.#valued(assertion, { values: assertion.values }) };
      case 'string-format':
        return { checkDigit: this.#valued(assertion, { format: assertion.format }) };
      case 'simple-value':
        return { compare: this.#comparison(assertion) };
      case 'path-value':
        return { comparePaths: this.#paths(assertion) };
      case 'complex-path-value':
        return { compareElements: this.#elements(assertion) };
      case 'value-set':
        return { codeIn: this.#codes(assertion) };
      case 'plugin':
        return { function: plugin(assertion.name, assertion.parameters) };
      default:
        return never(assertion);
    }
  }

  #path(path: PathText): string {
    return this.#writePath(path, this.#within > 0);
  }

  /** Path and what belongs to it in short, with everything else in full. */
  #valued(
    assertion: Valued,
    main: { readonly [key: string]: Written },
    more: { readonly [key: string]: Written | undefined } = {},
  ): Written {
    const rest = { ...options(assertion), ...more };
    const path = this.#path(assertion.path);
    return isEmpty(rest) ? [path, ...Object.values(main)] : { path, ...main, ...rest };
  }

  #comparison(assertion: Extract<Assertion, { readonly kind: 'simple-value' }>): Written {
    const usual = /^[+-]?\d+(\.\d+)?$/.test(assertion.value) ? 'Number' : 'String';
    return this.#valued(
      assertion,
      { operator: SIGNS[assertion.operator], value: assertion.value },
      {
        type: assertion.type === usual ? undefined : assertion.type,
        truncated: flag(assertion.truncated),
        identicalEquality: flag(assertion.identicalEquality),
      },
    );
  }

  #paths(assertion: Extract<Assertion, { readonly kind: 'path-value' }>): Written {
    const { path1Mode, path2Mode, truncated, identicalEquality, whenAbsent } = assertion;
    const rest = {
      path1Mode: path1Mode === undefined ? undefined : String(path1Mode),
      path2Mode: path2Mode === undefined ? undefined : String(path2Mode),
      truncated: flag(truncated),
      identicalEquality: flag(identicalEquality),
      whenAbsent,
    };
    return this.#pair(assertion, rest);
  }

  #elements(assertion: Extract<Assertion, { readonly kind: 'complex-path-value' }>): Written {
    return this.#pair(assertion, { strict: assertion.strict ? undefined : 'false', whenAbsent: assertion.whenAbsent });
  }

  #pair(
    {
      path1,
      operator,
      path2,
    }: { readonly path1: string; readonly operator: ComparisonOperator; readonly path2: string },
    rest: { readonly [key: string]: Written | undefined },
  ): Written {
    const [left, sign, right] = [this.#path(path1), SIGNS[operator], this.#path(path2)];
    return isEmpty(rest) ? [left, sign, right] : { path1: left, operator: sign, path2: right, ...rest };
  }

  #codes({
    path,
    valueSet,
    strength,
    locations,
    whenAbsent,
  }: Extract<Assertion, { readonly kind: 'value-set' }>): Written {
    const rest = { strength, whenAbsent, locations: locations.length === 0 ? undefined : writtenLocations(locations) };
    return isEmpty(rest) ? [this.#path(path), valueSet] : { path: this.#path(path), set: valueSet, ...rest };
  }
}

type Joining = 'not' | 'and' | 'or' | 'xor' | 'implies' | 'for-all' | 'exists' | 'sub-context';

export function writtenLocations(locations: readonly CodeLocation[]): Written {
  return locations.map(({ code, system, systemOid }) => ({ code, system, systemOid }));
}

function options({ atLeastOnce, min, max, whenAbsent }: Valued): { readonly [key: string]: string | undefined } {
  return {
    atLeastOnce: flag(atLeastOnce),
    min: min === undefined ? undefined : String(min),
    max: max === undefined ? undefined : max === Number.POSITIVE_INFINITY ? '*' : String(max),
    whenAbsent,
  };
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function isEmpty(rest: { readonly [key: string]: Written | undefined }): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

function plugin(name: string, parameters: Readonly<Record<string, string>>): Written {
  return Object.keys(parameters).length === 0 ? name : { name, parameters };
}
