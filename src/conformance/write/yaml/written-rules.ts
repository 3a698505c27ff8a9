import { namedPath } from '../../load/yaml/raw-path.js';
import type { Assertion } from '../../model/assertion.js';
import type { Profile } from '../../model/profile.js';
import type { PathText } from '../../model/profile-path.js';
import type {
  Attached,
  Attachment,
  ConformanceStatement,
  KeyedConstraint,
  OrderIndifferentContext,
  Predicate,
} from '../../model/rule.js';
import type { SingleCodeBinding, ValueSetBinding } from '../../model/value-set.js';
import { type WritePath, writtenAssertion, writtenLocations } from './written-assertion.js';
import type { Written } from './written-yaml.js';

type Entry = { readonly [key: string]: Written | undefined };

/** The rules of a profile by the definitions to which they are attached, in their order. */
export function writtenRules(profile: Profile): readonly Written[] {
  const writer = new RuleWriter(profile);
  const { statements, predicates, bindings, singleCodes, keyed } = profile.rules;
  return [
    ...writer.runs('must', statements, (one, path) => writtenStatement(one, path)),
    ...writer.runs('when', predicates, (one, path) => writtenPredicate(one, path)),
    ...writer.runs('values', bindings, (one, path) => writtenBinding(one, path)),
    ...writer.runs('codes', singleCodes, (one, path) => writtenSingleCode(one, path)),
    ...writer.runs('keyed', keyed, (one, path) => writtenKeyed(one, path)),
  ];
}

class RuleWriter {
  readonly #profile: Profile;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** Rules that follow each other with the same attachment stand together. */
  runs<Rule>(
    key: string,
    rules: readonly Attached<Rule>[],
    write: (rule: Rule, path: WritePath) => Written,
  ): readonly Written[] {
    const entries: { readonly on: Attachment; readonly list: Written[] }[] = [];
    for (const { on, rule } of rules) {
      const written = write(rule, this.#paths(on));
      const last = entries.at(-1);
      if (last !== undefined && isSame(last.on, on)) last.list.push(written);
      else entries.push({ on, list: [written] });
    }
    return entries.map(({ on, list }) => ({
      on: { [on.kind]: on.value, by: on.by === 'name' ? 'name' : undefined },
      [key]: list,
    }));
  }

  #paths(on: Attachment): WritePath {
    const name = this.#nameOf(on);
    return (path, isInside) => (isInside ? path : namedPath(path, on.kind, name));
  }

  #nameOf({ kind, by, value }: Attachment): string | undefined {
    if (by === 'name') return value;
    if (kind === 'segment') return this.#profile.segments.get(value)?.name;
    return kind === 'datatype' ? this.#profile.datatypes.get(value)?.name : undefined;
  }
}

function isSame(a: Attachment, b: Attachment): boolean {
  return a.kind === b.kind && a.by === b.by && a.value === b.value;
}

function writtenStatement(statement: ConformanceStatement, path: WritePath): Written {
  const { id, description, strength, classification, reference, assertion } = statement;
  return {
    id: id === '' ? undefined : id,
    text: description === '' ? undefined : description,
    strength,
    classification,
    reference: reference && { ...reference },
    assert: writtenAssertion(assertion, path),
  };
}

function writtenPredicate(predicate: Predicate, path: WritePath): Written {
  const { id, description, reference, target, whenTrue, whenFalse, condition } = predicate;
  const words: Entry = { id, text: description, reference: reference && { ...reference } };
  return {
    target: path(target, false),
    usage: `C(${whenTrue}/${whenFalse})`,
    if: { ...words, condition: condition && writtenAssertion(condition, path) },
  };
}

export function writtenBinding(binding: ValueSetBinding, path: (path: PathText, isInside: boolean) => string): Entry {
  const { target, strength, locations, sets, requirement } = binding;
  return {
    target: path(target, false),
    strength,
    sets,
    requirement,
    locations: locations.length === 0 ? undefined : writtenLocations(locations),
  };
}

function writtenSingleCode({ target, code, system, locations }: SingleCodeBinding, path: WritePath): Written {
  return {
    target: path(target, false),
    code,
    system: system === '' ? undefined : system,
    locations: locations.length === 0 ? undefined : writtenLocations(locations),
  };
}

function writtenKeyed({ description, entries }: KeyedConstraint, path: WritePath): Written {
  const assertion = (one: Assertion): Written => writtenAssertion(one, path);
  return {
    text: description === '' ? undefined : description,
    entries: entries.map(({ key, assertions }) => ({ key: assertion(key), must: assertions.map(assertion) })),
  };
}

/** Here every path is in positions. */
const AS_IT_IS: WritePath = (path) => path;

export function writtenOrderIndifferent({ path, patterns }: OrderIndifferentContext): Written {
  return {
    path,
    patterns: patterns.map(({ cardinality, triggerMessage, trigger, constraints, contexts }) => ({
      cardinality: String(cardinality),
      triggerMessage: triggerMessage === '' ? undefined : triggerMessage,
      trigger: writtenAssertion(trigger, AS_IT_IS),
      must: constraints.map((one) => writtenStatement(one, AS_IT_IS)),
      contexts: contexts.length === 0 ? undefined : contexts.map(writtenOrderIndifferent),
    })),
  };
}
