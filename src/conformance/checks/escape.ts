import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { definitionOf } from '../instance/navigate.js';
import type { FindingCode } from '../report/finding-codes.js';
import { ElementFinder } from './offset-place.js';
import { nextSegment } from './walk.js';

/**
 * Escape sequences (chapter 2, 2.7): each must be one that the standard knows and be closed before the value ends. One finding a
 * value at most: what follows a stray escape character cannot be told apart.
 */
export function checkEscapes(x: Examination): void {
  const { tree } = x;
  const mark = tree.delimiters.escape;
  // MSH-2 holds the escape character itself.
  if (tree.text.indexOf(mark, tree.text.indexOf(mark) + 1) === -1) return;
  for (let segment = nextSegment(tree, 0); segment !== NONE; segment = nextSegment(tree, segment)) {
    checkSegment(x, segment);
  }
}

function checkSegment(x: Examination, segment: number): void {
  const { text, delimiters } = x.tree;
  const end = x.tree.end[segment] ?? 0;
  const elements = new ElementFinder(x.tree, segment);
  let at = text.indexOf(delimiters.escape, afterDeclaration(x.tree, segment));
  while (at !== -1 && at < end) {
    const next = text.indexOf(delimiters.escape, at + 1);
    const close = next === -1 || next > end ? end : next;
    const stop = endOfValue(x.tree, at + 1, close);
    const isClosed = stop === close && close < end;
    const fault = isClosed ? faultOf(x.tree, elements, at, close) : 'escape-unterminated';
    if (fault !== undefined) report(x, fault, elements, at, isClosed ? close + 1 : stop);
    const isClear = fault === undefined || fault === 'escape-formatting-misplaced';
    at = text.indexOf(delimiters.escape, isClear ? close + 1 : endOfValue(x.tree, stop, end));
  }
}

/** MSH-1 and MSH-2 are no text. */
function afterDeclaration({ text, start, end, delimiters }: InstanceTree, segment: number): number {
  const from = start[segment] ?? 0;
  if (!text.startsWith('MSH', from)) return from;
  const after = text.indexOf(delimiters.field, from + 4);
  return after === -1 ? (end[segment] ?? text.length) : after;
}

/** The first delimiter from `from` on; `end` where there is none before. */
function endOfValue({ text, delimiters: d }: InstanceTree, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const character = text.charAt(at);
    if (character === d.field || character === d.component) return at;
    if (character === d.repetition || character === d.subcomponent) return at;
  }
  return end;
}

const LETTERS = 'FSTREHN';
/** Data, local, and the switches of character sets. */
const FORMS = /^(?:X(?:[0-9A-Fa-f]{2})+|Z[^\\]*|C[0-9A-Fa-f]{4}|M[0-9A-Fa-f]{4}(?:[0-9A-Fa-f]{2})?)$/;
const FORMATTING = /^\.(?:br|fi|nf|ce|sp *\+?\d*|in *[+-]?\d+|ti *[+-]?\d+|sk *\d+)$/;
/** How one of these begins, rightly or not. */
const BEGINNING = /^(?:[XCM]|\.(?:br|fi|nf|ce|sp|in|ti|sk))/;

function faultOf(tree: InstanceTree, elements: ElementFinder, at: number, close: number): FindingCode | undefined {
  const first = tree.text.charAt(at + 1);
  if (close === at + 2) {
    const isKnown = LETTERS.includes(first) || (first === 'P' && tree.delimiters.truncation !== undefined);
    return isKnown || first === 'Z' ? undefined : 'escape-unknown';
  }
  const body = tree.text.slice(at + 1, close);
  if (FORMS.test(body)) return undefined;
  if (FORMATTING.test(body)) return isFormatted(tree, elements.node(at)) ? undefined : 'escape-formatting-misplaced';
  return BEGINNING.test(body) ? 'escape-malformed' : 'escape-unknown';
}

/** Formatting commands belong to FT; TX is given them by nearly everybody, and what has no known type may be either. */
function isFormatted(tree: InstanceTree, node: number): boolean {
  const definition = definitionOf(tree, node);
  if (definition.kind !== 'datatype') return true;
  return definition.of !== 'primitive' || definition.name === 'FT' || definition.name === 'TX';
}

const SENTENCES: Readonly<Partial<Record<FindingCode, string>>> = {
  'escape-unterminated': 'an escape character stands here that begins no escape sequence',
  'escape-unknown': 'this escape sequence does not exist',
  'escape-malformed': 'this escape sequence is not written as chapter 2, 2.7 has it',
  'escape-formatting-misplaced': 'a formatting command stands in a value that is no formatted text (FT)',
};

function report(x: Examination, code: FindingCode, elements: ElementFinder, at: number, end: number): void {
  const { text, delimiters } = x.tree;
  x.report.add({
    code,
    place: elements.place(at),
    message: SENTENCES[code] ?? '',
    rule: 'HL7 v2 chapter 2, 2.7',
    expected: `an escape sequence, or ${delimiters.escape}E${delimiters.escape} for the character itself`,
    actual: text.slice(at, Math.min(end, at + LONGEST)),
  });
}

/** Characters of a sequence that a finding quotes. */
const LONGEST = 40;
