import { type Html, html, when } from '../../src/base/html.js';
import type { Exchange, ReplyEvidence } from '../../src/evidence/exchange.js';
import type { Finding } from '../../src/evidence/finding.js';
import { parseMessage } from '../../src/hl7/parse.js';
import { isError } from '../finding-tone.js';
import { duration, timeOfDay } from '../times.js';
import { visibleBytes } from './bytes-view.js';
import { exchangeTone, replyLabel } from './exchange-words.js';
import type { FieldClasses } from './field-names.js';
import { findingsView } from './finding-view.js';
import { folded } from './folded.js';
import { placeFindings } from './marks.js';
import { segmentsView } from './segments-view.js';

/** What the views of one page share. */
export interface MessageContext {
  readonly classes: FieldClasses;
  /** Whether the run has an exchange of that id, so that a text may link to it. */
  isExchange(id: string): boolean;
  /** The two ends of an exchange as titles: `EHR`, `SUT`. */
  ends(exchange: Exchange): { readonly from: string; readonly to: string };
}

/**
 * One exchange: the message, its findings, its acknowledgments and times. Its id is the anchor `#x12`. `isFolded`: what is behind its
 * summary is, unless it has an error.
 */
export function messageView(exchange: Exchange, context: MessageContext, isFolded: boolean): Html {
  const isOpen = exchange.findings.some(isError);
  return html`<details class="message ${exchangeTone(exchange)}" id="${exchange.id}"${isOpen ? html` open` : undefined}>
${summaryOf(exchange, context)}
${folded(isOpen || !isFolded, insideOf(exchange, context))}</details>
`;
}

function insideOf(exchange: Exchange, context: MessageContext): Html {
  const aboutReply = (finding: Finding): boolean =>
    (finding.about === 'reply' || finding.section === 'acknowledgment') && replyOf(exchange) !== undefined;
  const own = exchange.findings.filter((finding) => !aboutReply(finding));
  const replies = [
    { title: 'Acknowledgment', reply: exchange.accept },
    { title: 'Application acknowledgment', reply: exchange.application },
  ];
  return html`<div class=body>${bodyView(exchange.raw, own, context.classes)}${replies.map(({ title, reply }) =>
    reply === undefined
      ? undefined
      : replyView(title, reply, reply === replyOf(exchange) ? exchange.findings.filter(aboutReply) : [], context),
  )}</div>`;
}

/** The reply that a finding about the acknowledgment is about: the last one that came. */
function replyOf(exchange: Exchange): ReplyEvidence | undefined {
  return exchange.application ?? exchange.accept;
}

function summaryOf(exchange: Exchange, context: MessageContext): Html {
  const { from, to } = context.ends(exchange);
  const { id, messageType, controlId, at, faults, findings } = exchange;
  return html`<summary><span class=route>${from} <span class=to>&rarr;</span> ${to}</span>
<b class=type>${messageType === '' ? 'not a message' : messageType}</b> <code class=control>${controlId}</code>
${faults.map((fault) => html`<span class=fault>fault: ${fault}</span> `)}${when(findings.length > 0, () => countOf(findings))}
<span class=end><span class="code ${exchangeTone(exchange)}">${replyLabel(exchange)}</span> <time>${timeOfDay(at)}</time>
<a class=anchor href="#${id}" title="link to this message">${id}</a></span></summary>`;
}

function countOf(findings: readonly Finding[]): Html {
  const tone = findings.some(isError) ? 'bad' : 'warn';
  return html`<span class="count ${tone}">${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}</span>`;
}

function replyView(title: string, reply: ReplyEvidence, findings: readonly Finding[], context: MessageContext): Html {
  return html`<div class=reply><h5>${title} <code>${reply.code ?? 'no MSA-1'}</code> after ${duration(reply.afterMs)}
<time>${timeOfDay(reply.at)}</time></h5>${bodyView(reply.raw, findings, context.classes)}</div>`;
}

/** The segments with a switch to a list of fields, and the raw bytes. */
function bodyView(raw: Buffer, findings: readonly Finding[], classes: FieldClasses): Html {
  const parsed = parseMessage(raw);
  const { marks, unplaced } = placeFindings(findings);
  if (parsed.kind === 'malformed') {
    const reasons = parsed.defects.map((defect) => html`<p class="note bad">Not a message: ${defect.reason}</p>`);
    return html`${findingsView(findings)}${reasons}<pre class=raw>${visibleBytes(raw)}</pre>`;
  }
  return html`${findingsView(unplaced)}<div class=hl7><label class=switch><input type=checkbox> fields with names</label>
<div class=lines>${segmentsView(parsed.message, marks, classes)}</div></div>
<details class=bytes><summary>raw, ${raw.length} bytes</summary><pre class=raw>${visibleBytes(raw)}</pre></details>`;
}
