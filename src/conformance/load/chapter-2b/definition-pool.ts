import type { Attached, Attachment, ConformanceStatement, Predicate } from '../../model/rule.js';
import type { DatatypeDefinition, SegmentDefinition } from '../../model/structure.js';
import type { ValueSetBinding } from '../../model/value-set.js';
import type { PendingRule } from './pending-rule.js';

type Rule = PendingRule['rule'];

/**
 * Chapter 2.B writes every segment and data type out at each place. Here those that are the same in all but their place,
 * rules included, become one definition; the next different one of a name is `CX_2`.
 */
export class DefinitionPool {
  readonly datatypes = new Map<string, DatatypeDefinition>();
  readonly segments = new Map<string, SegmentDefinition>();
  readonly statements: Attached<ConformanceStatement>[] = [];
  readonly predicates: Attached<Predicate>[] = [];
  readonly bindings: Attached<ValueSetBinding>[] = [];
  readonly #ids = new Map<string, string>();
  /** How many ids a name has given so far, by kind and name. */
  readonly #counts = new Map<string, number>();

  /** Gives the id. `flavour` is the name that the profile uses, which may differ from HL7's. */
  addDatatype(flavour: string, definition: Omit<DatatypeDefinition, 'id'>, rules: readonly Rule[]): string {
    return this.#add('datatype', flavour, { ...definition, flavour }, rules, this.datatypes, definition);
  }

  addSegment(definition: Omit<SegmentDefinition, 'id'>, rules: readonly Rule[]): string {
    return this.#add('segment', definition.name, definition, rules, this.segments, definition);
  }

  attach(on: Attachment, rules: readonly Rule[]): void {
    for (const rule of rules) {
      if (rule.kind === 'statement') this.statements.push({ on, rule });
      else if (rule.kind === 'predicate') this.predicates.push({ on, rule });
      else {
        const { kind: _, ...binding } = rule;
        this.bindings.push({ on, rule: binding });
      }
    }
  }

  #add<Definition>(
    kind: 'datatype' | 'segment',
    name: string,
    identity: unknown,
    rules: readonly Rule[],
    definitions: Map<string, Definition & { readonly id: string }>,
    definition: Definition,
  ): string {
    const key = JSON.stringify([kind, identity, rules], withoutPlace);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#newId(kind, name, definitions);
    this.#ids.set(key, id);
    definitions.set(id, { ...definition, id });
    this.attach({ kind, by: 'id', value: id }, rules);
    return id;
  }

  #newId(kind: string, name: string, taken: ReadonlyMap<string, unknown>): string {
    let count = this.#counts.get(`${kind} ${name}`) ?? 0;
    let id: string;
    do {
      count++;
      id = count === 1 ? name : `${name}_${count}`;
    } while (taken.has(id));
    this.#counts.set(`${kind} ${name}`, count);
    return id;
  }
}

function withoutPlace(key: string, value: unknown): unknown {
  if (key === 'place') return undefined;
  return value === Number.POSITIVE_INFINITY ? '*' : value;
}
