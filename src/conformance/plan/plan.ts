import type { AcknowledgmentBehaviour } from '../model/acknowledgment-behaviour.js';
import type { Usage } from '../model/usage.js';
import type { DefinitionRules, MessageRules } from './rules.js';
import type { SlicingPlan } from './slicing.js';
import type { ValueForm } from './value-form.js';

/** Whose plan it is and for which messages: all that the choice among plans needs. */
export interface PlanHeading {
  readonly profile: ProfileHeading;
  /** Id, type, event and structure of the message definition. */
  readonly message: { readonly id: string; readonly type: string; readonly event: string; readonly structure: string };
  readonly acknowledgment?: AcknowledgmentBehaviour;
}

/** A plan that is made when it is first asked for, and kept. */
export interface LazyPlan extends PlanHeading {
  readonly open: () => ValidationPlan;
}

/**
 * One message definition of a profile, compiled: plain data without functions, so that a structured clone of it serves in a
 * worker thread. Made once, never changed. Elements and definitions refer to each other by their index in these lists.
 */
export interface ValidationPlan extends PlanHeading {
  /** Index of the message itself in `definitions`; it is a group definition. */
  readonly root: number;
  /** Index of the definition that a field gets whose data type nothing tells: `of` is `varies`. */
  readonly unresolved: number;
  readonly elements: readonly ElementPlan[];
  readonly definitions: readonly DefinitionPlan[];
  /** Names of all segments that the message may hold. */
  readonly segmentNames: ReadonlySet<string>;
  readonly rules: MessageRules;
}

export interface ProfileHeading {
  readonly id: string;
  readonly name: string;
  readonly form: 'igamt' | 'chapter-2b' | 'yaml' | 'base';
  readonly hl7Version: string;
  readonly identifiers: readonly string[];
  /** Ids of the profiles that it adapts. */
  readonly adapts: readonly string[];
}

/** What is demanded at one place of a definition: a child of a group, a field of a segment, a component of a data type. */
export interface ElementPlan {
  readonly index: number;
  /** 1-based in its parent. For an alternative of a choice, the position of the choice. */
  readonly position: number;
  readonly name: string;
  readonly usage: Usage;
  readonly whenTrue: Usage | undefined;
  readonly whenFalse: Usage | undefined;
  readonly min: number;
  readonly max: number;
  /** Components have no cardinality. */
  readonly hasCardinality: boolean;
  /** What the profile says about the length; `both` and `none` contradict the rules for profiles. */
  readonly length: 'range' | 'conformance' | 'both' | 'none';
  /** In characters; of a conformance length 1. */
  readonly minLength: number;
  /** Infinity where there is no limit. */
  readonly maxLength: number;
  /** Of a conformance length: whether what is longer may be cut, `20=` no, `20#` yes. */
  readonly truncation: 'forbidden' | 'allowed' | undefined;
  readonly constant: string | undefined;
  readonly requirement: string | undefined;
  /** A predicate decides its usage. */
  readonly isDecided: boolean;
  /** Index of the definition that holds where no slice or mapping picks another. */
  readonly definition: number;
}

interface DefinitionBase {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** In order of position. */
  readonly children: readonly ElementPlan[];
  /** Absent where nothing but structure is demanded. */
  readonly rules: DefinitionRules | undefined;
}

export interface GroupPlan extends DefinitionBase {
  readonly kind: 'group';
  /** 'choice': exactly one of the children. */
  readonly of: 'sequence' | 'choice';
  /** Which children are sliced into segment flavours. */
  readonly slicing: SlicingPlan | undefined;
}

export interface SegmentPlan extends DefinitionBase {
  readonly kind: 'segment';
  readonly mappings: readonly MappingPlan[];
  readonly slicing: SlicingPlan | undefined;
}

export interface DatatypePlan extends DefinitionBase {
  readonly kind: 'datatype';
  /** `primitive` has no children; `varies` is a type that nothing could tell. */
  readonly of: 'primitive' | 'composite' | 'varies';
  /** Which form the value must have by the standard's version; absent where any text is right. */
  readonly form: ValueForm | undefined;
  /** `VARIES` where no other field tells the type: any content is right. */
  readonly isOpen: boolean;
}

export type DefinitionPlan = GroupPlan | SegmentPlan | DatatypePlan;

/** Data types of the field at `position` by the value of one or two others. */
export interface MappingPlan {
  readonly position: number;
  /** Field, component, subcomponent; absent: nothing selects. */
  readonly reference?: readonly number[];
  readonly secondReference?: readonly number[];
  /** Key: `value`, or `value\nsecond`. To the index of a data type definition. */
  readonly cases: ReadonlyMap<string, number>;
}
