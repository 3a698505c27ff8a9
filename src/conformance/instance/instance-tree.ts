import type { Delimiters } from '../../hl7/delimiters.js';
import type { DefinitionPlan, ElementPlan, ValidationPlan } from '../plan/plan.js';

/** No node. */
export const NONE = -1;

/** What a node is. */
export const GROUP = 0;
export const SEGMENT = 1;
export const FIELD = 2;
export const COMPONENT = 3;
export const SUBCOMPONENT = 4;

/** Bits of `flags`. */
export const HAS_EXTRA = 1;
/** The field is HL7's `""` where the profile expects components. */
export const IS_NULL = 2;
/** Nothing tells the data type. */
export const IS_UNRESOLVED = 4;

/** Offsets into the text are 0-based, everything that a person sees is 1-based. */
export interface NewNode {
  readonly kind: number;
  readonly parent: number;
  /** Index in `plan.elements`; NONE for the message. */
  readonly element: number;
  /** Index in `plan.definitions`. */
  readonly definition: number;
  readonly position: number;
  readonly instance: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * A message laid over a plan: groups, segments, fields, components and subcomponents that have content, as numbers in flat
 * arrays, which are kept for the next message. Node 0 is the message. An absent or empty element has no node. The text is
 * the decoded message; strings are made of it only where a check compares or a finding tells.
 */
export class InstanceTree {
  plan: ValidationPlan;
  text = '';
  delimiters: Delimiters;
  size = 0;
  kind = new Uint8Array(INITIAL);
  flags = new Uint8Array(INITIAL);
  element = new Int32Array(INITIAL);
  definition = new Int32Array(INITIAL);
  parent = new Int32Array(INITIAL);
  firstChild = new Int32Array(INITIAL);
  lastChild = new Int32Array(INITIAL);
  next = new Int32Array(INITIAL);
  position = new Int32Array(INITIAL);
  /** Which occurrence at its position in its parent, 1-based. */
  instance = new Int32Array(INITIAL);
  start = new Int32Array(INITIAL);
  end = new Int32Array(INITIAL);
  /** 1-based; of a group, the line of its first segment. */
  line = new Int32Array(INITIAL);
  /** Of a segment: which of its name in the whole message; of a group: which of its name. As printed, `PID[1]`. */
  ordinal = new Int32Array(INITIAL);

  constructor(plan: ValidationPlan, delimiters: Delimiters) {
    this.plan = plan;
    this.delimiters = delimiters;
  }

  /** Forgets all nodes; the arrays stay. */
  reset(plan: ValidationPlan, text: string, delimiters: Delimiters): void {
    this.plan = plan;
    this.text = text;
    this.delimiters = delimiters;
    this.size = 0;
  }
}

const INITIAL = 1024;

export type { DefinitionPlan, ElementPlan };
