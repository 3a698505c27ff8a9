import type { Profile } from '../../model/profile.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { Attached, Attachment, ConformanceStatement, Predicate } from '../../model/rule.js';
import type { ValueSetBinding } from '../../model/value-set.js';

/** A definition on the way down to an element, and the position of the next step in it. */
export interface Above {
  readonly kind: Attachment['kind'];
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

/** The rules about an element at one place of a message, whatever definition above it they are attached to. */
export class RulesByPlace {
  readonly #profile: Profile;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** The predicate whose target is the element at the end of the way. */
  predicate(way: readonly Above[]): Predicate | undefined {
    return this.#targeting(this.#profile.rules.predicates, way)[0];
  }

  bindings(way: readonly Above[]): readonly ValueSetBinding[] {
    return this.#targeting(this.#profile.rules.bindings, way);
  }

  /** Statements that are attached to a definition itself. */
  statements(kind: Attachment['kind'], id: string, name: string): readonly ConformanceStatement[] {
    return this.#profile.rules.statements.filter(({ on }) => isOn(on, kind, id, name)).map(({ rule }) => rule);
  }

  #targeting<Rule extends { readonly target: string }>(
    rules: readonly Attached<Rule>[],
    way: readonly Above[],
  ): readonly Rule[] {
    return way.flatMap(({ kind, id, name }, index) => {
      const positions = way.slice(index).map(({ position }) => position);
      return rules
        .filter(({ on, rule }) => isOn(on, kind, id, name) && leadsTo(rule.target, positions))
        .map(({ rule }) => rule);
    });
  }
}

function isOn(on: Attachment, kind: Attachment['kind'], id: string, name: string): boolean {
  return on.kind === kind && on.value === (on.by === 'id' ? id : name);
}

function leadsTo(target: string, positions: readonly number[]): boolean {
  const path = readProfilePath(target);
  return path?.length === positions.length && path.every(({ position }, index) => position === positions[index]);
}
