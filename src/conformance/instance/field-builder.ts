import type { Delimiters } from '../../hl7/delimiters.js';
import type { Quirks } from '../mode.js';
import type { DatatypePlan, ElementPlan, SegmentPlan } from '../plan/plan.js';
import type { CharacterCodes } from './character-codes.js';
import { selectedDefinition } from './dynamic-mapping.js';
import { PARTS, UNKNOWN, VALUE } from './inside.js';
import {
  COMPONENT,
  FIELD,
  HAS_ESCAPE,
  HAS_EXTRA,
  HAS_SEPARATOR,
  type InstanceTree,
  IS_NULL,
  IS_UNRESOLVED,
  NONE,
  SUBCOMPONENT,
} from './instance-tree.js';
import { nameCode } from './line-list.js';
import { NextDelimiter } from './next-delimiter.js';

const MSH = nameCode('MSH', 0);
const QUOTE = 34;
const COLON = 58;
/** Deeper than any sound data type. */
const DEEPEST = 8;

/** Makes the fields, components and subcomponents of segment nodes: everything that has content, as the definitions have it. */
export class FieldBuilder {
  readonly #quirks: Quirks;
  #tree: InstanceTree;
  #text = '';
  #codes: CharacterCodes = new Uint8Array();
  #line = 0;
  #field = 0;
  #component = 0;
  #repetition = 0;
  #subcomponent = 0;
  readonly #repetitions = new NextDelimiter();
  readonly #subcomponents = new NextDelimiter();
  readonly #escapes = new NextDelimiter();

  constructor(tree: InstanceTree, quirks: Quirks) {
    this.#tree = tree;
    this.#quirks = quirks;
  }

  /** For the message that the tree holds now. */
  begin(delimiters: Delimiters): void {
    this.#text = this.#tree.text;
    this.#codes = this.#tree.codes;
    this.#field = delimiters.field.charCodeAt(0);
    this.#component = delimiters.component.charCodeAt(0);
    this.#repetition = delimiters.repetition.charCodeAt(0);
    this.#subcomponent = delimiters.subcomponent.charCodeAt(0);
    this.#repetitions.begin(this.#text, delimiters.repetition);
    this.#subcomponents.begin(this.#text, delimiters.subcomponent);
    this.#escapes.begin(this.#text, delimiters.escape);
  }

  /** The children of the segment node, whose line and definition are set. */
  buildSegment(node: number, segment: SegmentPlan): void {
    const tree = this.#tree;
    const start = tree.start[node] ?? 0;
    const end = tree.end[node] ?? 0;
    this.#line = tree.line[node] ?? 0;
    const isHeader = nameCode(this.#text, start) === MSH;
    if (isHeader) this.#buildMarks(node, segment, start, end);
    const { children } = segment;
    let position = isHeader ? 3 : 1;
    let at = isHeader ? this.#find(this.#field, start + 4, end) + 1 : start + 4;
    for (; at <= end; position++) {
      const close = this.#find(this.#field, at, end);
      const element = children[position - 1];
      if (element === undefined) {
        if (close > at) this.#mark(node, HAS_EXTRA);
      } else if (close > at) this.#buildRepetitions(node, segment, element, at, close);
      at = close + 1;
    }
    const isBare = children.length === 0 && end <= start + 4;
    if (isBare && this.#quirks.extraOnParent) this.#mark(node, HAS_EXTRA);
  }

  /** MSH-1 and MSH-2 are never taken apart into repetitions. */
  #buildMarks(node: number, segment: SegmentPlan, start: number, end: number): void {
    const [separator, encoding] = segment.children;
    if (separator !== undefined) this.#buildField(node, separator, separator.definition, 1, start + 3, start + 4);
    const close = this.#find(this.#field, start + 4, end);
    if (encoding !== undefined) this.#buildField(node, encoding, encoding.definition, 1, start + 4, close);
  }

  #buildRepetitions(segmentNode: number, segment: SegmentPlan, element: ElementPlan, start: number, end: number): void {
    const definition =
      segment.mappings.length === 0
        ? element.definition
        : selectedDefinition(this.#tree, segmentNode, segment, element, this.#quirks.shallowMappingKey);
    if (!this.#repetitions.isWithin(start, end)) {
      this.#buildField(segmentNode, element, definition, 1, start, end);
      return;
    }
    let at = start;
    for (let instance = 1; at <= end; instance++) {
      const close = this.#find(this.#repetition, at, end);
      this.#buildField(segmentNode, element, definition, instance, at, close);
      at = close + 1;
    }
  }

  #buildField(
    parent: number,
    element: ElementPlan,
    definition: number,
    instance: number,
    start: number,
    end: number,
  ): void {
    if (this.#isEmptyField(start, end)) return;
    const tree = this.#tree;
    const node = tree.add(FIELD, parent, element.index, definition, element.position, instance, start, end, this.#line);
    this.buildField(node);
  }

  /** The components of a field node, whose definition is set. */
  buildField(node: number): void {
    const tree = this.#tree;
    const definition = tree.definition[node] ?? NONE;
    const inside = tree.inside[definition];
    const start = tree.start[node] ?? 0;
    const end = tree.end[node] ?? 0;
    if (inside === VALUE) {
      this.#markValue(node, start, end);
      if (this.#find(this.#component, start, end) < end) this.#mark(node, HAS_SEPARATOR);
      return;
    }
    if (inside === UNKNOWN) {
      this.#mark(node, IS_UNRESOLVED);
      return;
    }
    this.#line = tree.line[node] ?? 0;
    if (this.#isNull(start, end)) this.#mark(node, IS_NULL);
    else this.#buildParts(node, this.#datatype(definition), COMPONENT, this.#component, start, end);
  }

  #buildParts(parent: number, plan: DatatypePlan, kind: number, separator: number, start: number, end: number): void {
    const { children } = plan;
    let at = start;
    for (let position = 1; at <= end; position++) {
      const close = this.#find(separator, at, end);
      const element = children[position - 1];
      if (close > at) {
        if (element === undefined) this.#mark(parent, HAS_EXTRA);
        else this.#buildPart(parent, element, kind, at, close);
      }
      at = close + 1;
    }
  }

  #buildPart(parent: number, element: ElementPlan, kind: number, start: number, end: number): void {
    if (this.#isEmptyComponent(start, end)) return;
    const { index, definition, position } = element;
    const depth = Math.min(kind, SUBCOMPONENT);
    const node = this.#tree.add(depth, parent, index, definition, position, 1, start, end, this.#line);
    if (this.#tree.inside[definition] !== PARTS) {
      this.#markValue(node, start, end);
      return;
    }
    if (kind === COMPONENT || (this.#quirks.nestsDeeper && kind < DEEPEST)) {
      this.#buildParts(node, this.#datatype(definition), kind + 1, this.#subcomponent, start, end);
    }
  }

  /** Of a simple element, what has to be escaped in it or was. */
  #markValue(node: number, start: number, end: number): void {
    if (this.#escapes.isWithin(start, end)) this.#mark(node, HAS_ESCAPE);
    if (this.#subcomponents.isWithin(start, end) || this.#repetitions.isWithin(start, end))
      this.#mark(node, HAS_SEPARATOR);
  }

  #mark(node: number, bit: number): void {
    this.#tree.flags[node] = (this.#tree.flags[node] ?? 0) | bit;
  }

  #datatype(index: number): DatatypePlan {
    const plan = this.#tree.plan.definitions[index];
    if (plan?.kind !== 'datatype') throw new RangeError(`definition ${index} of the plan is no data type`);
    return plan;
  }

  #find(code: number, from: number, end: number): number {
    const codes = this.#codes;
    let at = from;
    while (at < end && codes[at] !== code) at++;
    return at;
  }

  #isNull(start: number, end: number): boolean {
    return end - start === 2 && this.#codes[start] === QUOTE && this.#codes[start + 1] === QUOTE;
  }

  /** White space and separators below the field only. */
  #isEmptyField(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const code = this.#codes[at] ?? 0;
      if (isBlank(code) || code === this.#component || code === this.#subcomponent) continue;
      const isTypo = code === COLON && this.#quirks.colonIsBlank && at + 1 < end && isBlank(this.#codes[at + 1] ?? 0);
      if (!isTypo) return false;
    }
    return true;
  }

  #isEmptyComponent(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const code = this.#codes[at] ?? 0;
      if (!isBlank(code) && code !== this.#subcomponent) return false;
    }
    return true;
  }
}

/** White space, in ASCII. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
