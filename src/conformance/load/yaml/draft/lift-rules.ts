import { readProfilePath } from '../../../model/profile-path.js';
import type { Attached, Attachment } from '../../../model/rule.js';
import { positionOf } from './draft-node.js';
import { ownDefinitions } from './own-definitions.js';
import type { ProfileDraft } from './profile-draft.js';
import { innerOf, type Level, type Spot } from './spot.js';

type Targeted = 'bindings' | 'singleCodes' | 'predicates';

/** Takes away the inherited rules of these kinds whose target is exactly the element at the spots. */
export function liftRules(draft: ProfileDraft, spots: readonly Spot[], kinds: readonly Targeted[]): void {
  for (const { on, positions } of holdersOf(draft, spots)) {
    for (const kind of kinds) liftFrom(draft, kind, on, positions);
  }
}

interface Holder {
  readonly on: Attachment;
  /** From there down to the element. */
  readonly positions: readonly number[];
}

/** All definitions above the element, each with the way from it. */
function holdersOf(draft: ProfileDraft, spots: readonly Spot[]): readonly Holder[] {
  const inner = innerOf(spots[0] ?? []);
  const definitions = inner.flatMap((_, index) =>
    ownDefinitions(draft, spots, inner.slice(0, index)).map(
      ({ kind, id }): Holder => ({ on: { kind, by: 'id', value: id }, positions: inner.slice(index) }),
    ),
  );
  const structures = spots.flatMap((spot) =>
    spot.flatMap((level, index): readonly Holder[] => {
      const on = groupAttachment(level);
      return on === undefined ? [] : [{ on, positions: spot.slice(index + 1).map(positionIn) }];
    }),
  );
  return [...structures, ...definitions];
}

function groupAttachment(level: Level): Attachment | undefined {
  if (level.kind !== 'structure' || level.node.kind === 'segment') return undefined;
  if (level.node.kind === 'message') return { kind: 'message', by: 'id', value: level.node.definition.id };
  return { kind: 'group', by: 'id', value: level.node.ref };
}

function positionIn(level: Level): number {
  if (level.kind === 'inner') return level.position;
  return level.kind === 'structure' && level.node.kind !== 'message' ? positionOf(level.node) : 0;
}

function liftFrom(draft: ProfileDraft, kind: Targeted, on: Attachment, positions: readonly number[]): void {
  // The three lists hold different rules; what matters here, where they are attached and their target, is the same.
  const rules = draft.rules[kind] as Attached<{ readonly target: string }>[];
  const name = nameOf(draft, on);
  const lifted = rules.filter(
    ({ on: other, rule }) =>
      other.kind === on.kind &&
      other.value === (other.by === 'id' ? on.value : name) &&
      isTarget(rule.target, positions),
  );
  if (lifted.length === 0) return;
  const kept = rules.flatMap((attached) => {
    if (!lifted.includes(attached)) return [attached];
    return attached.on.by === 'id' ? [] : withoutOne(draft, attached, on.value);
  });
  rules.splice(0, rules.length, ...kept);
}

/** A rule for all definitions of a name, for all of them but one. */
function withoutOne<Rule>(draft: ProfileDraft, { on, rule }: Attached<Rule>, id: string): readonly Attached<Rule>[] {
  const all = on.kind === 'segment' ? draft.segments : draft.datatypes;
  const others = [...all.values()].filter((definition) => definition.name === on.value && definition.id !== id);
  return others.map((definition) => ({ on: { kind: on.kind, by: 'id', value: definition.id }, rule }));
}

function nameOf(draft: ProfileDraft, on: Attachment): string | undefined {
  if (on.kind === 'segment') return draft.segments.get(on.value)?.name;
  return on.kind === 'datatype' ? draft.datatypes.get(on.value)?.name : undefined;
}

function isTarget(target: string, positions: readonly number[]): boolean {
  const path = readProfilePath(target);
  return path?.length === positions.length && path.every(({ position }, index) => position === positions[index]);
}
