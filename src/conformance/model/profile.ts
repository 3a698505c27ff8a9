import type { AcknowledgmentBehaviour } from './acknowledgment-behaviour.js';
import type { CoConstraintContext } from './co-constraint.js';
import type { RuleSet } from './rule.js';
import type { SlicingContext } from './slicing.js';
import type { DatatypeDefinition, MessageDefinition, SegmentDefinition } from './structure.js';
import type { ValueSetLibrary } from './value-set.js';

/** What every loader makes and the compiler takes: one conformance profile, or the base standard. Plain data, immutable. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** From where it was loaded; a person's words, not to be opened. */
  readonly source: string;
  readonly form: 'igamt' | 'chapter-2b' | 'yaml' | 'base';
  readonly type: 'HL7' | 'Constrainable' | 'Implementation';
  /** `2.5.1`. */
  readonly hl7Version: string;
  readonly version?: string;
  readonly date?: string;
  readonly organization?: string;
  readonly description?: string;
  /** MSH-21 values that name this profile. */
  readonly identifiers: readonly string[];
  /** Ids of the profiles that this one adapts, the nearest first. */
  readonly adapts?: readonly string[];
  readonly messages: readonly MessageDefinition[];
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
  readonly datatypes: ReadonlyMap<string, DatatypeDefinition>;
  readonly valueSets: ValueSetLibrary;
  readonly rules: RuleSet;
  readonly coConstraints: readonly CoConstraintContext[];
  readonly slicings: readonly SlicingContext[];
  readonly acknowledgment?: AcknowledgmentBehaviour;
}
