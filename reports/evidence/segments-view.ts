import { type Content, type Html, html } from '../../src/base/html.js';
import type { Message } from '../../src/hl7/message.js';
import { toneOf } from '../finding-tone.js';
import type { FieldClasses } from './field-names.js';
import { findingView } from './finding-view.js';
import { type Mark, markPath } from './marks.js';
import { segmentView } from './segment-view.js';

/** Segments of a message at most; the rest is in the journal. */
const SEGMENT_LIMIT = 250;

/** All segments, each finding beside the line that it is about. Marks on absent segments come at the end. */
export function segmentsView(message: Message, marks: readonly Mark[], classes: FieldClasses): Html {
  const version = message.get('MSH-12') ?? '';
  const shown = message.segments.slice(0, SEGMENT_LIMIT);
  const placed = new Set<Mark>();
  const lines = shown.map((segment): Content => {
    const own = marks.filter((mark) => mark.path.segment === segment.name && mark.path.instance === segment.instance);
    for (const mark of own) placed.add(mark);
    const text = { name: segment.name, text: segment.rawText() ?? '' };
    const line = segmentView(text, version, message.delimiters, classes, own);
    return html`<div class=l>${line}</div>${own.map((mark) => findingView(mark.finding))}`;
  });
  const left = message.segments.length - shown.length;
  const rest = left > 0 ? html`<p class=dim>${left} more segments are in the journal.</p>` : undefined;
  return html`${lines}${rest}${marks.filter((mark) => !placed.has(mark)).map(absent)}`;
}

/** A place whose segment is not there: a line of its own, so that there is something to mark. */
function absent(mark: Mark): Html {
  const path = markPath(mark);
  const tag = html`<mark class="offending ${toneOf(mark.finding)}" data-path="${path}" data-code="${mark.finding.code}">${path}</mark>`;
  return html`<div class="l gone">${tag} is not in the message</div>${findingView(mark.finding)}`;
}
