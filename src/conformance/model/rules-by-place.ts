import type { Profile } from './profile.js';
import { readProfilePath } from './profile-path.js';
import type { Attached, Attachment, ConformanceStatement, Predicate } from './rule.js';
import type { SingleCodeBinding, ValueSetBinding } from './value-set.js';

/** A definition on the way down to an element, and the position of the next step in it. */
export interface Above {
  readonly kind: Attachment['kind'];
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

/** The rules about an element at one place of a message, whatever definition above it they are attached to. */
export class RulesByPlace {
  readonly #predicates: ReadonlyMap<string, readonly Predicate[]>;
  readonly #bindings: ReadonlyMap<string, readonly ValueSetBinding[]>;
  readonly #singleCodes: ReadonlyMap<string, readonly SingleCodeBinding[]>;
  readonly #statements: ReadonlyMap<string, readonly ConformanceStatement[]>;

  constructor({ rules }: Profile) {
    this.#predicates = indexed(rules.predicates);
    this.#bindings = indexed(rules.bindings);
    this.#singleCodes = indexed(rules.singleCodes);
    this.#statements = indexed(rules.statements);
  }

  /** The predicate whose target is the element at the end of the way, and the definition to which it is attached. */
  predicate<Step extends Above>(way: readonly Step[]): { readonly rule: Predicate; readonly at: Step } | undefined {
    for (const [index, at] of way.entries()) {
      const [rule] = targeting(this.#predicates, way, index);
      if (rule !== undefined) return { rule, at };
    }
    return undefined;
  }

  /** Predicates that are attached to a definition, whatever below it they decide on. */
  predicates(kind: Attachment['kind'], id: string, name: string): readonly Predicate[] {
    return keysOf(kind, id, name).flatMap((key) => this.#predicates.get(key) ?? []);
  }

  bindings(way: readonly Above[]): readonly ValueSetBinding[] {
    return way.flatMap((_, index) => targeting(this.#bindings, way, index));
  }

  singleCodes(way: readonly Above[]): readonly SingleCodeBinding[] {
    return way.flatMap((_, index) => targeting(this.#singleCodes, way, index));
  }

  /** Statements that are attached to a definition itself. */
  statements(kind: Attachment['kind'], id: string, name: string): readonly ConformanceStatement[] {
    return keysOf(kind, id, name).flatMap((key) => this.#statements.get(key) ?? []);
  }
}

function indexed<Rule>(rules: readonly Attached<Rule>[]): ReadonlyMap<string, readonly Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const { on, rule } of rules) {
    const key = `${on.kind} ${on.by} ${on.value}`;
    const known = index.get(key);
    if (known === undefined) index.set(key, [rule]);
    else known.push(rule);
  }
  return index;
}

/** A message is a group too. */
function keysOf(kind: Attachment['kind'], id: string, name: string): readonly string[] {
  const kinds = kind === 'message' ? (['message', 'group'] as const) : [kind];
  return kinds.flatMap((one) => [`${one} name ${name}`, `${one} id ${id}`]);
}

/** The rules of the definition at `from` whose target is the end of the way. */
function targeting<Rule extends { readonly target: string }>(
  rules: ReadonlyMap<string, readonly Rule[]>,
  way: readonly Above[],
  from: number,
): readonly Rule[] {
  const above = way[from];
  if (above === undefined) return [];
  const attached = keysOf(above.kind, above.id, above.name).flatMap((key) => rules.get(key) ?? []);
  return attached.filter(({ target }) => leadsTo(target, way, from));
}

function leadsTo(target: string, way: readonly Above[], from: number): boolean {
  const path = readProfilePath(target);
  if (path?.length !== way.length - from) return false;
  return path.every(({ position }, index) => position === way[from + index]?.position);
}
