import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { Attached, Attachment } from '../model/rule.js';
import type { ValueSetBinding } from '../model/value-set.js';
import { compileBinding, compileSingleCode } from './compile-binding.js';
import type { DefinitionRules } from './rules.js';

export { compileCoConstraints } from './compile-co-constraints.js';

/**
 * Gives the bindings of a definition: those by name first, then those by id. What is attached to a message by an id holds for
 * a group of that id too: IGAMT's files name groups so.
 */
export function compileBindings(
  profile: Profile,
  defects: ProfileDefect[],
): (kind: Attachment['kind'], name: string, id: string) => Pick<DefinitionRules, 'bindings' | 'singleCodes'> {
  const bindings = byAttachment(profile.rules.bindings);
  const singleCodes = byAttachment(profile.rules.singleCodes);
  return (kind, name, id) => {
    const stated = rulesFor(bindings, kind, name, id);
    return {
      bindings: stated.map((binding, index) => ({
        ...compileBinding(profile, name, binding, defects),
        isRepeated: stated.findIndex((other) => saysTheSame(other, binding)) < index,
      })),
      singleCodes: rulesFor(singleCodes, kind, name, id).map((rule) => compileSingleCode(profile, name, rule, defects)),
    };
  };
}

function byAttachment<Rule>(rules: readonly Attached<Rule>[]): ReadonlyMap<string, readonly Rule[]> {
  const known = new Map<string, Rule[]>();
  for (const { on, rule } of rules) {
    const kind = on.kind === 'message' ? 'group' : on.kind;
    const key = keyOf(kind, on.by, on.value);
    const others = known.get(key);
    if (others === undefined) known.set(key, [rule]);
    else others.push(rule);
  }
  return known;
}

function rulesFor<Rule>(
  rules: ReadonlyMap<string, readonly Rule[]>,
  kind: Attachment['kind'],
  name: string,
  id: string,
): readonly Rule[] {
  const holder = kind === 'message' ? 'group' : kind;
  return [...(rules.get(keyOf(holder, 'name', name)) ?? []), ...(rules.get(keyOf(holder, 'id', id)) ?? [])];
}

function keyOf(kind: string, by: string, value: string): string {
  return `${kind} ${by} ${value}`;
}

/** IGAMT's profiles may state a binding both at the element and in the file of bindings. */
function saysTheSame(one: ValueSetBinding, other: ValueSetBinding): boolean {
  return one.target === other.target && [...one.sets].sort().join() === [...other.sets].sort().join();
}
