import type { Assertion } from '../../../model/assertion.js';
import { withPaths } from '../../../model/assertion-paths.js';
import type { CoConstraintContext } from '../../../model/co-constraint.js';
import { type PathText, readProfilePath, writeProfilePath } from '../../../model/profile-path.js';
import type { Attached, Attachment, OrderIndifferentContext } from '../../../model/rule.js';
import type { SlicingContext } from '../../../model/slicing.js';
import { type DraftMessage, type DraftNode, positionOf } from './draft-node.js';
import type { ProfileDraft } from './profile-draft.js';
import { nodesBelow } from './spot.js';

type Place = DraftMessage | DraftNode;

/** Adds places to the structure by `add`, and lets all that is said by positions mean the places that it meant before. */
export function keepingPlaces(draft: ProfileDraft, add: () => void): void {
  const before = new Before(draft);
  add();
  const { rules } = draft;
  rules.statements = rules.statements.map((one) =>
    before.attached(one, (root, rule) => ({ ...rule, assertion: before.assertion(root, rule.assertion) })),
  );
  rules.predicates = rules.predicates.map((one) =>
    before.attached(one, (root, { condition, ...rule }) => ({
      ...rule,
      target: before.path(root, rule.target),
      ...(condition && { condition: before.assertion(root, condition) }),
    })),
  );
  rules.keyed = rules.keyed.map((one) =>
    before.attached(one, (root, rule) => ({
      ...rule,
      entries: rule.entries.map(({ key, assertions }) => ({
        key: before.assertion(root, key),
        assertions: assertions.map((assertion) => before.assertion(root, assertion)),
      })),
    })),
  );
  rules.bindings = rules.bindings.map((one) => before.attached(one, before.targeted));
  rules.singleCodes = rules.singleCodes.map((one) => before.attached(one, before.targeted));
  rules.orderIndifferent = rules.orderIndifferent.map((one) => before.orderIndifferent(draft.messages[0], one));
  draft.coConstraints = draft.coConstraints.map((one) => before.coConstraints(one));
  draft.slicings = draft.slicings.map((one) => before.slicing(one));
}

/** What had which position before places were added. */
class Before {
  readonly #children = new Map<Place, readonly DraftNode[]>();

  constructor({ messages }: ProfileDraft) {
    for (const message of messages) {
      for (const place of [message, ...nodesBelow(message)]) this.#children.set(place, [...place.children]);
    }
  }

  attached<Rule>(one: Attached<Rule>, change: (root: Place, rule: Rule) => Rule): Attached<Rule> {
    const root = this.#rootOf(one.on);
    return root === undefined ? one : { ...one, rule: change(root, one.rule) };
  }

  readonly targeted = <Rule extends { readonly target: PathText }>(root: Place, rule: Rule): Rule => ({
    ...rule,
    target: this.path(root, rule.target),
  });

  path(root: Place | undefined, text: PathText): PathText {
    return this.#walk(root, text).text;
  }

  assertion(root: Place | undefined, assertion: Assertion): Assertion {
    return withPaths(assertion, ({ path, scope }) => {
      const inside = scope.reduce<Place | undefined>((place, step) => this.#walk(place, step).place, root);
      return this.path(inside, path);
    });
  }

  orderIndifferent(
    root: Place | undefined,
    { path, patterns, ...rest }: OrderIndifferentContext,
  ): OrderIndifferentContext {
    const inside = this.#walk(root, path);
    return {
      ...rest,
      path: inside.text,
      patterns: patterns.map(({ trigger, constraints, contexts, ...pattern }) => ({
        ...pattern,
        trigger: this.assertion(inside.place, trigger),
        constraints: constraints.map((one) => ({ ...one, assertion: this.assertion(inside.place, one.assertion) })),
        contexts: contexts.map((one) => this.orderIndifferent(inside.place, one)),
      })),
    };
  }

  coConstraints(context: CoConstraintContext): CoConstraintContext {
    const around = this.#walk(this.#rootOf({ kind: 'message', by: 'id', value: context.message }), context.contextPath);
    return {
      ...context,
      contextPath: around.text,
      segmentPath: this.path(around.place, context.segmentPath),
      tables: context.tables.map(({ condition, ...table }) => ({
        ...table,
        ...(condition && {
          condition: { ...condition, assertion: this.assertion(around.place, condition.assertion) },
        }),
      })),
    };
  }

  slicing(context: SlicingContext): SlicingContext {
    const root =
      context.kind === 'segments' ? this.#rootOf({ kind: 'group', by: 'id', value: context.context }) : undefined;
    if (root === undefined) return context;
    return {
      ...context,
      slicings: context.slicings.map((one) => ({
        ...one,
        position: this.#moved(root, one.position)?.position ?? one.position,
      })),
    };
  }

  /** The path with the positions of now, and what is at its end, if that is a group. */
  #walk(root: Place | undefined, text: PathText): { readonly text: PathText; readonly place: Place | undefined } {
    const steps = readProfilePath(text);
    if (steps === undefined) return { text, place: undefined };
    let place = root;
    const moved = steps.map((step) => {
      const next = place && this.#moved(place, step.position);
      place = next?.place;
      return next === undefined ? step : { ...step, position: next.position };
    });
    return { text: writeProfilePath(moved), place };
  }

  /** What stood at the position, and where it stands now. Below a choice each alternative has positions of its own. */
  #moved(
    around: Place,
    position: number,
  ): { readonly place: Place | undefined; readonly position: number } | undefined {
    const child = this.#children.get(around)?.[position - 1];
    return child && { place: child.kind === 'group' ? child : undefined, position: positionOf(child) };
  }

  /** Definitions of one id are alike in all messages. */
  #rootOf({ kind, by, value }: Attachment): Place | undefined {
    if (kind === 'segment' || kind === 'datatype') return undefined;
    return [...this.#children.keys()].find((place) => {
      if (place.kind === 'message') return value === (by === 'id' ? place.definition.id : place.definition.structure);
      return place.kind === 'group' && value === (by === 'id' ? place.ref : place.name);
    });
  }
}
