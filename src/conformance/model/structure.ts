import type { SourcePlace } from './source-place.js';
import type { Cardinality, ConditionalOutcome, Usage } from './usage.js';

/** A field of a segment, or a component of a data type. */
export interface ElementDefinition {
  /** 1-based in its parent. */
  readonly position: number;
  readonly name: string;
  readonly usage: Usage;
  /** With usage C, where the element itself says `C(R/X)`. */
  readonly outcome?: ConditionalOutcome;
  /** Of fields only. */
  readonly cardinality?: Cardinality;
  /** Id of a data type definition. */
  readonly datatype: string;
  /** In characters; Infinity for `*`. `NA` is an absent bound. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** As written: `20`, `20=`, `20#`. */
  readonly confLength?: string;
  readonly constant?: string;
  readonly itemNo?: string;
  readonly hide?: boolean;
  /** Values that the profile shows as examples; they demand nothing. */
  readonly examples?: readonly string[];
  /** A site's words and requirement id. */
  readonly description?: string;
  readonly requirement?: string;
  readonly place?: SourcePlace;
}

export interface DatatypeDefinition {
  readonly id: string;
  /** `CX`. */
  readonly name: string;
  readonly description: string;
  readonly version?: string;
  /** None for a primitive. */
  readonly components: readonly ElementDefinition[];
  /** `VARIES`: another field tells the type. */
  readonly varies?: boolean;
  readonly place?: SourcePlace;
}

/** The type of a field follows from the value of another one: OBX-5 from OBX-2, and sometimes OBX-3. */
export interface DynamicMapping {
  /** Of the field whose type varies. */
  readonly position: number;
  /** Where the first key stands, `2` or `3.1`; absent: nothing selects. */
  readonly reference?: string;
  readonly secondReference?: string;
  readonly cases: readonly { readonly value: string; readonly second?: string; readonly datatype: string }[];
}

export interface SegmentDefinition {
  readonly id: string;
  /** `PID`. */
  readonly name: string;
  readonly description: string;
  readonly version?: string;
  readonly fields: readonly ElementDefinition[];
  readonly mappings: readonly DynamicMapping[];
  readonly place?: SourcePlace;
}

interface StructureElement {
  /** 1-based among the children of message or group, as the profile lists them. */
  readonly position: number;
  readonly usage: Usage;
  readonly outcome?: ConditionalOutcome;
  readonly cardinality: Cardinality;
  readonly description?: string;
  readonly requirement?: string;
  readonly place?: SourcePlace;
}

/** A place in the tree of a message. */
export type StructureNode =
  | ({ readonly kind: 'segment' /** Id of a segment definition. */; readonly ref: string } & StructureElement)
  | ({
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly children: readonly StructureNode[];
    } & StructureElement)
  /** Exactly one of the alternatives. No XML profile has it; the base standard's ORM does. */
  | ({
      readonly kind: 'choice';
      readonly name: string;
      readonly alternatives: readonly StructureNode[];
    } & StructureElement);

export interface MessageDefinition {
  readonly id: string;
  /** `ADT`, `A01`, `ADT_A01`; '' where the profile does not say. */
  readonly type: string;
  readonly event: string;
  readonly structure: string;
  readonly name?: string;
  readonly identifier?: string;
  readonly description: string;
  readonly children: readonly StructureNode[];
  readonly place?: SourcePlace;
}
