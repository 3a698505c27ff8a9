import { type Content, type Html, html, when } from '../../../src/base/html.js';
import { type Delimiters, delimiterFault, delimitersOf, STANDARD_DELIMITERS } from '../../../src/hl7/delimiters.js';
import type { FieldClasses } from '../../evidence/field-names.js';
import { type Mark, placeFindings } from '../../evidence/marks.js';
import { segmentView } from '../../evidence/segment-view.js';
import { isLoud, toneOf } from '../../finding-tone.js';
import { fold } from '../fold.js';
import { type FindingGroup, group } from '../group.js';
import type { ValidatedMessage } from '../validated-message.js';
import { CLASSIFICATION_WORDS, counted, countsOf, countsOfMessage, nameOf } from '../words.js';
import { groupNote } from './group-note.js';

/** Lines of one message at most; those with findings come always. */
const LINES = 200;
/** Cards that are open from the start. */
const OPEN = 5;

/** One message: its lines with marked fields, and each kind of finding below the line where it comes first. */
export function messageCard(message: ValidatedMessage, index: number, classes: FieldClasses): Html {
  const { verdict, type, controlId, profile, lines } = message;
  const groups = group(fold(message.findings));
  const isOpen = index < OPEN && verdict !== 'passed';
  const unplaced = groups.filter(({ first }) => lines[(first.finding.line ?? 0) - 1] === undefined);
  return html`<details class="scenario ${verdict}" id="m${index + 1}" data-verdict="${verdict}"${isOpen ? html` open` : undefined}>
<summary><span class="verdict ${verdict}">${verdict}</span> <span class=name>${nameOf(message)}</span><span class=end>${when(type !== '', () => html`<b>${type}</b> `)}${when(controlId !== '', () => html`<code class=control>${controlId}</code> `)}<span class=dim>${countsOf(countsOfMessage(message)) || 'nothing that counts'}</span> <a class=anchor href="#m${index + 1}" title="link to this message">m${index + 1}</a></span></summary>
<div class=body>${when(profile !== '', () => html`<p class=dim>judged by <code>${profile}</code></p>`)}${notes(unplaced)}${when(
    lines.length > 0,
    () =>
      html`<div class=hl7><label class=switch><input type=checkbox> fields with names</label><div class=lines>${linesView(message, groups, classes)}</div></div>`,
  )}${accepted(message)}</div></details>
`;
}

function linesView(message: ValidatedMessage, groups: readonly FindingGroup[], classes: FieldClasses): Content {
  const { lines, findings } = message;
  const header = lines.find((line) => /^MSH./.test(line)) ?? '';
  const delimiters = delimitersIn(header);
  const version = header.split(delimiters.field)[11]?.split(delimiters.component)[0] ?? '';
  const { marks } = placeFindings(findings.filter(isLoud));
  let left = 0;
  const shown = lines.map((line, at): Content => {
    const own = groups.filter(({ first }) => first.finding.line === at + 1);
    const here = marks.filter(({ finding }) => finding.line === at + 1);
    if (at >= LINES && own.length === 0) {
      if (line !== '') left++;
      return undefined;
    }
    if (line === '' && own.length === 0) return undefined;
    return [
      html`<div class=l data-line="${message.line + at}">${lineView(line, version, delimiters, classes, here)}</div>`,
      notes(own),
    ];
  });
  return [shown, when(left > 0, () => html`<p class=dim>${counted(left, 'more line')} without findings</p>`)];
}

/** A place is marked where its path leads into this very segment; paths to groups lead nowhere. */
function lineView(
  line: string,
  version: string,
  delimiters: Delimiters,
  classes: FieldClasses,
  marks: readonly Mark[],
): Html {
  const name = line.slice(0, 3);
  const own = marks.filter(({ path }) => path.segment === name);
  return segmentView({ name, text: line }, version, delimiters, classes, own);
}

function delimitersIn(header: string): Delimiters {
  const field = header.charAt(3);
  const encoding = header.slice(4).split(field)[0] ?? '';
  const isUsable = field !== '' && delimiterFault(field, encoding) === undefined;
  return isUsable ? delimitersOf(field, encoding) : STANDARD_DELIMITERS;
}

/** Errors in full; what only warns can be opened. */
function notes(groups: readonly FindingGroup[]): Content {
  const bad = groups.filter(({ first }) => toneOf(first.finding) === 'bad');
  const others = groups.filter(({ first }) => toneOf(first.finding) !== 'bad');
  if (others.length === 0) return bad.map(groupNote);
  if (others.length === 1) return [bad.map(groupNote), others.map(groupNote)];
  const words = [...new Set(others.map(({ first }) => CLASSIFICATION_WORDS[first.finding.classification]))];
  const title = words.map((word) => {
    const some = others.filter(({ first }) => CLASSIFICATION_WORDS[first.finding.classification] === word);
    return counted(
      some.reduce((sum, one) => sum + 1 + one.others.length, 0),
      word,
    );
  });
  return [
    bad.map(groupNote),
    html`<details class="note warn others"><summary>${title.join(', ')}</summary>${others.map(groupNote)}</details>`,
  ];
}

function accepted({ accepted: list }: ValidatedMessage): Content {
  if (list.length === 0) return undefined;
  const items = list.map(({ finding, why }) => html`<li><code>${finding.code}</code> ${finding.path} ${why}</li>`);
  return html`<details class=notes><summary>${counted(list.length, 'accepted finding')}</summary><ul class=plain>${items}</ul></details>`;
}
