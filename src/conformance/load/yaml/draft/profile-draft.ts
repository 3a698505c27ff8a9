import type { CoConstraintContext } from '../../../model/co-constraint.js';
import type { Profile } from '../../../model/profile.js';
import type { RuleSet } from '../../../model/rule.js';
import type { SlicingContext } from '../../../model/slicing.js';
import type { DatatypeDefinition, SegmentDefinition } from '../../../model/structure.js';
import type { ValueSet } from '../../../model/value-set.js';
import { type DraftMessage, type DraftNode, draftMessage, finishedMessage } from './draft-node.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? One[] : T[K] };

/** What stays as the profile says it until the end. */
export type Heading = Pick<
  Profile,
  | 'id'
  | 'name'
  | 'source'
  | 'form'
  | 'type'
  | 'hl7Version'
  | 'version'
  | 'date'
  | 'organization'
  | 'description'
  | 'identifiers'
  | 'adapts'
  | 'acknowledgment'
>;

/** A profile while it is made out of the one that it extends: everything in it can be replaced. */
export class ProfileDraft {
  heading: Heading;
  messages: DraftMessage[];
  readonly segments: Map<string, SegmentDefinition>;
  readonly datatypes: Map<string, DatatypeDefinition>;
  readonly valueSets: Map<string, ValueSet>;
  readonly excluded: Set<string>;
  readonly rules: Mutable<RuleSet>;
  coConstraints: CoConstraintContext[];
  slicings: SlicingContext[];
  #segmentNodes: readonly DraftNode[] | undefined;

  constructor(from: Profile) {
    this.heading = headingOf(from);
    this.messages = from.messages.map(draftMessage);
    this.segments = new Map(from.segments);
    this.datatypes = new Map(from.datatypes);
    this.valueSets = new Map(from.valueSets.sets);
    this.excluded = new Set(from.valueSets.excluded);
    this.rules = {
      statements: [...from.rules.statements],
      predicates: [...from.rules.predicates],
      keyed: [...from.rules.keyed],
      orderIndifferent: [...from.rules.orderIndifferent],
      bindings: [...from.rules.bindings],
      singleCodes: [...from.rules.singleCodes],
    };
    this.coConstraints = [...from.coConstraints];
    this.slicings = [...from.slicings];
  }

  /** All places of segments. Whoever adds or removes places calls `structureChanged`. */
  segmentNodes(): readonly DraftNode[] {
    this.#segmentNodes ??= this.messages.flatMap(({ children }) => segmentNodesIn(children));
    return this.#segmentNodes;
  }

  structureChanged(): void {
    this.#segmentNodes = undefined;
  }

  finish(): Profile {
    return {
      ...this.heading,
      messages: this.messages.map(finishedMessage),
      segments: this.segments,
      datatypes: this.datatypes,
      valueSets: { sets: this.valueSets, excluded: this.excluded },
      rules: this.rules,
      coConstraints: this.coConstraints,
      slicings: this.slicings,
    };
  }
}

function segmentNodesIn(nodes: readonly DraftNode[]): readonly DraftNode[] {
  return nodes.flatMap((node) => (node.kind === 'segment' ? [node] : segmentNodesIn(node.children)));
}

function headingOf(profile: Profile): Heading {
  const {
    messages: _m,
    segments: _s,
    datatypes: _d,
    valueSets: _v,
    rules: _r,
    coConstraints: _c,
    slicings: _l,
    ...heading
  } = profile;
  return heading;
}
