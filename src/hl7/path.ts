declare const brand: unique symbol;

/**
 * The place of an element: `PID-3[2].4.1`. All numbers are 1-based. The first segment of that name is meant where no
 * instance is stated; `repetition`, `component` and `subcomponent` are undefined where the text does not state them.
 */
export interface FieldPath {
  readonly segment: string;
  readonly instance: number;
  readonly field?: number | undefined;
  readonly repetition?: number | undefined;
  readonly component?: number | undefined;
  readonly subcomponent?: number | undefined;
  readonly [brand]: true;
}

export type PathLike = FieldPath | string;

/** What follows the segment in a path: `3[2].4.1`. */
export interface ElementPath {
  readonly field?: number | undefined;
  readonly repetition?: number | undefined;
  readonly component?: number | undefined;
  readonly subcomponent?: number | undefined;
}

/** A path that cannot be read; `position` is the 0-based place in `text`. */
export class PathSyntaxError extends Error {
  readonly text: string;
  readonly position: number;

  constructor(text: string, position: number, problem: string) {
    super(`"${text}" is not a field path: ${problem} at character ${position + 1}. Write it like PID-3[2].4.1`);
    this.name = 'PathSyntaxError';
    this.text = text;
    this.position = position;
  }
}

/** Paths repeat: the text is parsed once. Bounded, because a loop may make `OBX[1]-5`, `OBX[2]-5` ... */
const CACHE_LIMIT = 10_000;
const paths = new Map<string, FieldPath>();
const elements = new Map<string, ElementPath>();

/** Reads `PID-3[2].4.1`, `PID`, `OBX[2]-5`, or NIST's `PID[1]-3[2].4.1`. Throws PathSyntaxError. */
export function fieldPath(text: string): FieldPath {
  const known = paths.get(text);
  return known ?? remember(paths, text, new PathReader(text).path());
}

/** The same for paths from outside: undefined where the text is not a path. */
export function tryFieldPath(text: string): FieldPath | undefined {
  try {
    return fieldPath(text);
  } catch (error) {
    if (error instanceof PathSyntaxError) return undefined;
    throw error;
  }
}

/** Reads a path inside a segment: `3`, `3.1`, `3[2].4.1`. Throws PathSyntaxError. */
export function elementPath(text: string): ElementPath {
  const known = elements.get(text);
  return known ?? remember(elements, text, new PathReader(text).elementOnly());
}

/** `PID-3[2].4.1`; instance 1 and repetition 1 are not printed. */
export function formatPath(path: FieldPath): string {
  const instance = path.instance === 1 ? '' : `[${path.instance}]`;
  const repetition = path.repetition === undefined || path.repetition === 1 ? '' : `[${path.repetition}]`;
  return format(path, instance, repetition);
}

/** NIST's form, in which segment instance and field repetition are always printed: `PID[1]-3[2].4.1`. */
export function formatNistPath(path: FieldPath): string {
  return format(path, `[${path.instance}]`, `[${path.repetition ?? 1}]`);
}

function format(path: FieldPath, instance: string, repetition: string): string {
  const { segment, field, component, subcomponent } = path;
  if (field === undefined) return segment + instance;
  const whole = `${segment}${instance}-${field}${repetition}`;
  if (component === undefined) return whole;
  return subcomponent === undefined ? `${whole}.${component}` : `${whole}.${component}.${subcomponent}`;
}

function remember<T>(cache: Map<string, T>, text: string, value: T): T {
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, value);
  return value;
}

class PathReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): FieldPath {
    const segment = this.#text.slice(0, 3);
    if (!/^[A-Z][A-Z0-9]{2}$/.test(segment)) this.#fail('a segment name has three capital letters or digits,');
    this.#at = 3;
    const instance = this.#index() ?? 1;
    const element = this.#take('-') ? this.#element() : NOTHING;
    this.#end();
    return { segment, instance, ...element } as FieldPath;
  }

  elementOnly(): ElementPath {
    const element = this.#element();
    this.#end();
    return element;
  }

  #element(): ElementPath {
    const field = this.#number();
    const repetition = this.#index();
    const component = this.#take('.') ? this.#number() : undefined;
    const subcomponent = component !== undefined && this.#take('.') ? this.#number() : undefined;
    return { field, repetition, component, subcomponent };
  }

  #index(): number | undefined {
    if (!this.#take('[')) return undefined;
    const value = this.#number();
    if (!this.#take(']')) this.#fail('a closing bracket is missing');
    return value;
  }

  #number(): number {
    const digits = /^\d{1,7}/.exec(this.#text.slice(this.#at))?.[0];
    if (digits === undefined) this.#fail('a number is missing');
    if (Number(digits) === 0) this.#fail('counting starts at 1, not 0,');
    this.#at += digits.length;
    return Number(digits);
  }

  #take(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  #end(): void {
    if (this.#at < this.#text.length) this.#fail(`"${this.#text.charAt(this.#at)}" is not expected`);
  }

  #fail(problem: string): never {
    throw new PathSyntaxError(this.#text, this.#at, problem);
  }
}

/** One shape for every path keeps the hot lookups monomorphic. */
const NOTHING: ElementPath = {
  field: undefined,
  repetition: undefined,
  component: undefined,
  subcomponent: undefined,
};
