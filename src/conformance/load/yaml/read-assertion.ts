import type { Assertion } from '../../model/assertion.js';
import { SIMPLE_FORMS, WITHIN } from './assertion-forms.js';
import type { Path, YamlSource } from './yaml-source.js';

/** Deeper nesting than this is no rule that anybody could read. */
const DEEPEST = 64;

/**
 * An assertion as it is written, its paths still as they are in the file; undefined where it is wrong, which is told.
 * docs/profiles.md has the language.
 */
export function readAssertion(source: YamlSource, value: unknown, path: Path): Assertion | undefined {
  return new AssertionReader(source).read(value, path);
}

class AssertionReader {
  readonly #source: YamlSource;
  #depth = 0;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  read(value: unknown, path: Path): Assertion | undefined {
    if (this.#depth > DEEPEST) {
      this.#source.error(path, 'assertion-too-deep', 'this is nested too deeply', 'take it apart into several rules');
      return undefined;
    }
    this.#depth++;
    try {
      return this.#one(value, path);
    } finally {
      this.#depth--;
    }
  }

  #one(value: unknown, path: Path): Assertion | undefined {
    const parts = isMap(value) ? value : {};
    const [key, ...others] = Object.keys(parts);
    if (others.length === 1 && 'if' in parts && 'then' in parts) return this.#implication(parts, path);
    if (key === undefined || others.length > 0) return this.#unknown(Object.keys(parts), path);
    const below = [...path, key];
    switch (key) {
      case 'not':
        return not(this.read(parts[key], below));
      case 'absent':
        return not(this.#simple('present', parts[key], below));
      case 'all':
      case 'any':
        return this.#several(key === 'all' ? 'for-all' : 'exists', parts[key], below);
      case 'and':
      case 'or':
      case 'xor':
        return this.#pair(key, parts[key], below);
      case 'within':
        return this.#within(parts[key], below);
      default:
        return this.#simple(key, parts[key], below);
    }
  }

  #simple(key: string, value: unknown, path: Path): Assertion | undefined {
    const form = SIMPLE_FORMS.get(key);
    return form === undefined ? this.#unknown([key], path) : form(this.#source, value, path);
  }

  #implication(parts: Parts, path: Path): Assertion | undefined {
    const left = this.read(parts['if'], [...path, 'if']);
    const right = this.read(parts['then'], [...path, 'then']);
    return left && right && { kind: 'implies', left, right };
  }

  #several(kind: 'for-all' | 'exists', value: unknown, path: Path): Assertion | undefined {
    const of = this.#list(value, path);
    return of && { kind, of };
  }

  #pair(kind: 'and' | 'or' | 'xor', value: unknown, path: Path): Assertion | undefined {
    const [left, right, ...more] = this.#list(value, path) ?? [];
    if (left && right && more.length === 0) return { kind, left, right };
    const remedy = kind === 'xor' ? 'write a list of exactly two' : 'write a list of two, or use all: or any: for more';
    this.#source.error(path, 'assertion-not-two', `${kind} joins exactly two assertions`, remedy);
    return undefined;
  }

  /** All of them, or none where one is wrong. */
  #list(value: unknown, path: Path): readonly Assertion[] | undefined {
    if (!Array.isArray(value) || value.length === 0) {
      this.#source.error(path, 'assertion-no-list', 'here stands a list of assertions', 'write [{ ... }, { ... }]');
      return undefined;
    }
    const read = value.map((one, index) => this.read(one, [...path, index]));
    const right = read.filter((one) => one !== undefined);
    return right.length === read.length ? right : undefined;
  }

  #within(value: unknown, path: Path): Assertion | undefined {
    const { holds, ...others } = isMap(value) ? value : {};
    const where = this.#source.read(WITHIN, others, path);
    const assertion = this.read(holds, [...path, 'holds']);
    return where && assertion && { kind: 'sub-context', assertion, ...where };
  }

  #unknown(keys: readonly string[], path: Path): undefined {
    const what = keys.length === 0 ? 'this is no assertion' : `"${keys.join(', ')}" is no assertion`;
    const remedy = `write a map with one key of: ${KNOWN}; or { if: ..., then: ... }`;
    this.#source.error(path, 'assertion-unknown', what, remedy);
    return undefined;
  }
}

const KNOWN = [...SIMPLE_FORMS.keys(), 'absent', 'within', 'not', 'all', 'any', 'and', 'or', 'xor'].join(', ');

type Parts = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function not(of: Assertion | undefined): Assertion | undefined {
  return of && { kind: 'not', of };
}
