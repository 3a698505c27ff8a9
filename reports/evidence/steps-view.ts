import { type Content, type Html, html, when } from '../../src/base/html.js';
import type { AttachmentEvidence } from '../../src/evidence/journal-entry.js';
import type { StepRecord } from '../../src/evidence/run-record.js';
import { duration } from '../times.js';
import { pictureView } from './picture-view.js';
import { withReferences } from './references.js';

/** Characters of an attached text at most. */
const TEXT_LIMIT = 10_000;

/** The steps with their status; `isExchange` tells which ids in an error are messages of this run. */
export function stepsView(steps: readonly StepRecord[], isExchange: (id: string) => boolean): Html {
  return html`<ol class=steps>${steps.map((step) => stepView(step, isExchange))}</ol>`;
}

function stepView(step: StepRecord, isExchange: (id: string) => boolean): Html {
  return html`<li class="step ${step.status}"><span class=word>${step.status === 'not-run' ? 'not run' : step.status}</span><span class=text><b>${step.keyword.trim()}</b> ${step.text}</span>${when(
    step.durationMs > 0,
    () => html`<time>${duration(step.durationMs)}</time>`,
  )}${when(step.error !== undefined, () => html`<pre class=error>${withReferences(step.error ?? '', isExchange)}</pre>`)}${when(step.table !== undefined, () => tableView(step.table ?? []))}${step.attachments.map(attachmentView)}</li>`;
}

/** The rows that the feature gives to the step. */
function tableView(rows: readonly (readonly string[])[]): Html {
  return html`<table class=given>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</table>`;
}

/** Pictures and texts are shown; anything else is only named, since a page must not run what a step attached. */
function attachmentView(attachment: AttachmentEvidence): Content {
  const title = attachment.name ?? attachment.mediaType;
  const picture = pictureView(attachment.body, title);
  if (picture !== undefined) return picture;
  if (/^(text\/|application\/(json|xml))/.test(attachment.mediaType)) {
    const text = Buffer.from(attachment.body, 'base64').toString().slice(0, TEXT_LIMIT);
    return html`<details class=attachment><summary>${title}</summary><pre>${text.replaceAll('\r', '\n')}</pre></details>`;
  }
  return html`<p class=dim>attached: ${title} (${attachment.mediaType})</p>`;
}
