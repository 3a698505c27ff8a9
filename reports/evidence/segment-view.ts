import { escapeHtml, type Html, trusted } from '../../src/base/html.js';
import { never } from '../../src/base/never.js';
import type { Delimiters } from '../../src/hl7/delimiters.js';
import { toneOf } from '../finding-tone.js';
import { clipped } from './bytes-view.js';
import type { FieldClasses } from './field-names.js';
import { type Mark, markPath } from './marks.js';

/** Characters of one field at most. */
const FIELD_LIMIT = 1_500;

export interface SegmentText {
  readonly name: string;
  /** The whole line, decoded, delimiters and escapes as sent. */
  readonly text: string;
}

/**
 * One segment as a line: the name, and an element for each field that has text, so that it can be coloured and named.
 * Fields that a mark points at are marked, also where they are empty or beyond the segment's end.
 */
export function segmentView(
  segment: SegmentText,
  version: string,
  delimiters: Delimiters,
  classes: FieldClasses,
  marks: readonly Mark[],
): Html {
  const fields = segment.text.split(delimiters.field);
  // MSH-1 is the field separator itself, so in a header segment the first text after the name is field 2.
  const offset = /^(MSH|FHS|BHS)$/.test(segment.name) ? 1 : 0;
  const last = Math.max(fields.length - 1, ...marks.map((mark) => (mark.path.field ?? 0) - offset));
  let markup = `<b>${escapeHtml(fields[0] ?? '')}</b>`;
  for (let index = 1; index <= last; index++) {
    const position = index + offset;
    const own = marks.filter((mark) => mark.path.field === position);
    markup += escapeHtml(index < fields.length ? delimiters.field : '');
    markup += fieldMarkup(fields[index] ?? '', classes.classOf(version, segment.name, position), delimiters, own);
  }
  const whole = marks.find((mark) => mark.path.field === undefined || mark.path.field <= offset);
  return trusted(whole === undefined ? markup : marked(markup, whole));
}

function fieldMarkup(text: string, name: string | undefined, delimiters: Delimiters, marks: readonly Mark[]): string {
  if (text === '' && marks.length === 0) return '';
  const inner = partMarkup(text, 'field', delimiters, marks);
  if (name === undefined) return `<i>${inner}</i>`;
  return name.includes(' ') ? `<i class="${name}">${inner}</i>` : `<i class=${name}>${inner}</i>`;
}

type Level = 'field' | 'repetition' | 'component' | 'subcomponent';

/** A part of a field: the marks that end here go around it, the others go into its own parts. */
function partMarkup(text: string, level: Level, delimiters: Delimiters, marks: readonly Mark[]): string {
  if (marks.length === 0) return escapeHtml(clipped(text, FIELD_LIMIT));
  const here = marks.filter((mark) => levelOf(mark) === level);
  const deeper = marks.filter((mark) => levelOf(mark) !== level);
  const inner =
    deeper.length === 0 ? escapeHtml(clipped(text, FIELD_LIMIT)) : splitMarkup(text, level, delimiters, deeper);
  return here.reduce(marked, inner);
}

function splitMarkup(text: string, level: Level, delimiters: Delimiters, marks: readonly Mark[]): string {
  const next = below(level);
  const delimiter = delimiterOf(next, delimiters);
  const parts = text.split(delimiter);
  const last = Math.max(parts.length, ...marks.map((mark) => indexOf(mark, next)));
  let markup = '';
  for (let index = 1; index <= last; index++) {
    const own = marks.filter((mark) => indexOf(mark, next) === index);
    if (index > 1 && index <= parts.length) markup += escapeHtml(delimiter);
    markup += partMarkup(parts[index - 1] ?? '', next, delimiters, own);
  }
  return markup;
}

function marked(inner: string, mark: Mark): string {
  const path = escapeHtml(markPath(mark));
  const code = escapeHtml(mark.finding.code);
  const tone = toneOf(mark.finding);
  const text = inner === '' ? '<s>empty</s>' : inner;
  return `<mark class="offending ${tone}" data-path="${path}" data-code="${code}">${text}</mark>`;
}

function levelOf(mark: Mark): Level {
  const { repetition, component, subcomponent } = mark.path;
  if (subcomponent !== undefined) return 'subcomponent';
  if (component !== undefined) return 'component';
  return repetition === undefined ? 'field' : 'repetition';
}

function indexOf(mark: Mark, level: Level): number {
  switch (level) {
    case 'field':
      return 1;
    case 'repetition':
      return mark.path.repetition ?? 1;
    case 'component':
      return mark.path.component ?? 1;
    case 'subcomponent':
      return mark.path.subcomponent ?? 1;
    default:
      return never(level);
  }
}

function below(level: Level): Level {
  if (level === 'field') return 'repetition';
  return level === 'repetition' ? 'component' : 'subcomponent';
}

function delimiterOf(level: Level, delimiters: Delimiters): string {
  return level === 'repetition' ? delimiters.repetition : delimiters[level];
}
