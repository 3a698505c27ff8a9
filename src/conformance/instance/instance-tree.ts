import type { Delimiters } from '../../hl7/delimiters.js';
import type { ValidationPlan } from '../plan/plan.js';
import { type CharacterCodes, characterCodes } from './character-codes.js';
import { insides } from './inside.js';

/** No node. */
export const NONE = -1;

/** What a node is. */
export const GROUP = 0;
export const SEGMENT = 1;
export const FIELD = 2;
export const COMPONENT = 3;
/** And whatever a data type nests deeper still. */
export const SUBCOMPONENT = 4;

/** Bits of `flags`. The element has more children in the message than its definition has places. */
export const HAS_EXTRA = 1;
/** The field is HL7's `""` where the profile expects components. */
export const IS_NULL = 2;
/** Nothing tells the data type. */
export const IS_UNRESOLVED = 4;
/** Of a segment: the paths of what is in it begin with `[1]`, whichever occurrence it is (mode `nist`, sliced segments). */
export const COUNTS_ANEW = 8;
/** Of a simple element: an escape character stands in it. */
export const HAS_ESCAPE = 16;
/** Of a simple element: a delimiter stands in it that is not escaped. */
export const HAS_SEPARATOR = 32;

/**
 * A message laid over a plan: groups, segments, fields, components and subcomponents that have content, as numbers in flat
 * arrays, which are kept for the next message. Node 0 is the message. An absent or empty element has no node. Children are
 * linked in order of position, then of occurrence. The text is the decoded message; strings are made of it only where a
 * check compares or a finding tells. Offsets into it are 0-based, everything that a person sees is 1-based.
 *
 * Walk by `firstChild` and `next`: slices leave nodes behind in the arrays that are linked to nothing.
 */
export class InstanceTree {
  plan: ValidationPlan;
  /** What an element has inside, by the index of its definition: see `inside.ts`. */
  inside: Uint8Array;
  text = '';
  /** The characters of the text as numbers: see `character-codes.ts`. */
  codes: CharacterCodes = new Uint8Array();
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
  /** Of a segment: which of its name in the whole message; of a group: which at its place. As printed, `PID[1]`. */
  ordinal = new Int32Array(INITIAL);

  constructor(plan: ValidationPlan, delimiters: Delimiters) {
    this.plan = plan;
    this.inside = insides(plan);
    this.delimiters = delimiters;
  }

  /**
   * Forgets all nodes; the arrays stay, but for those that an extraordinary message has left. `bytes`: those that the text was
   * decoded from.
   */
  reset(plan: ValidationPlan, text: string, delimiters: Delimiters, bytes?: Buffer): void {
    if (this.kind.length > KEPT) this.#resize(INITIAL);
    if (this.plan !== plan) this.inside = insides(plan);
    this.plan = plan;
    this.text = text;
    this.codes = characterCodes(text, bytes);
    this.delimiters = delimiters;
    this.size = 0;
  }

  /** The new last child of `parent`; its number. All about it is given but its flags (0) and ordinal (its instance). */
  add(
    kind: number,
    parent: number,
    element: number,
    definition: number,
    position: number,
    instance: number,
    start: number,
    end: number,
    line: number,
  ): number {
    const node = this.size++;
    if (node === this.kind.length) this.#resize(node * 2);
    this.kind[node] = kind;
    this.flags[node] = 0;
    this.element[node] = element;
    this.definition[node] = definition;
    this.position[node] = position;
    this.instance[node] = instance;
    this.ordinal[node] = instance;
    this.start[node] = start;
    this.end[node] = end;
    this.line[node] = line;
    this.firstChild[node] = NONE;
    this.lastChild[node] = NONE;
    this.next[node] = NONE;
    this.parent[node] = parent;
    if (parent !== NONE) this.#link(node, parent);
    return node;
  }

  /** Takes the children away from a node: it is to be built again with another definition. */
  clear(node: number): void {
    this.firstChild[node] = NONE;
    this.lastChild[node] = NONE;
    this.flags[node] = 0;
  }

  #link(node: number, parent: number): void {
    const last = this.lastChild[parent] ?? NONE;
    if (last === NONE) this.firstChild[parent] = node;
    else this.next[last] = node;
    this.lastChild[parent] = node;
  }

  #resize(length: number): void {
    this.kind = bytes(this.kind, length);
    this.flags = bytes(this.flags, length);
    this.element = integers(this.element, length);
    this.definition = integers(this.definition, length);
    this.parent = integers(this.parent, length);
    this.firstChild = integers(this.firstChild, length);
    this.lastChild = integers(this.lastChild, length);
    this.next = integers(this.next, length);
    this.position = integers(this.position, length);
    this.instance = integers(this.instance, length);
    this.start = integers(this.start, length);
    this.end = integers(this.end, length);
    this.line = integers(this.line, length);
    this.ordinal = integers(this.ordinal, length);
  }
}

/** Nodes. */
const INITIAL = 1024;
const KEPT = 1_000_000;

/** The same numbers in an array of another length. */
function integers(old: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(length);
  made.set(old.subarray(0, length));
  return made;
}

function bytes(old: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(length);
  made.set(old.subarray(0, length));
  return made;
}
