import { type Content, type Html, html, when } from '../../src/base/html.js';
import type { RunManifest } from '../../src/evidence/journal-entry.js';
import type { ScenarioRecord, WireRecord } from '../../src/evidence/run-record.js';
import { duration, timeOfDay } from '../times.js';
import { VERDICT_WORDS } from '../verdict-words.js';
import { visibleBytes } from './bytes-view.js';
import { confirmationView } from './confirmation-view.js';
import { findingsView } from './finding-view.js';
import { folded } from './folded.js';
import { type MessageContext, messageView } from './message-view.js';
import { sequenceDiagram } from './sequence-diagram.js';
import { stepsView } from './steps-view.js';
import { requirementAnchor } from './traceability.js';

/** One scenario: steps, what people confirmed, findings, the diagram, and every message. */
export function scenarioCard(scenario: ScenarioRecord, manifest: RunManifest, context: MessageContext): Html {
  const { id, verdict } = scenario;
  const isOpen = verdict === 'failed' || verdict === 'harness-error';
  return html`<details class="scenario ${verdict}" id="${id}" data-verdict="${verdict}"${isOpen ? html` open` : undefined}>
${summaryOf(scenario)}
${folded(isOpen, bodyOf(scenario, manifest, context, isOpen))}</details>
`;
}

/** The messages of a scenario that is open are folded each for itself. */
function bodyOf(scenario: ScenarioRecord, manifest: RunManifest, context: MessageContext, isOpen: boolean): Html {
  const { exchanges, uri, line, findings, confirmations, controls, wire } = scenario;
  return html`<div class=body><p class=dim>${uri}:${line} ${scenario.tags.map((tag) => html`<span class=tag>${tag}</span> `)}</p>
${reasonView(scenario)}
${stepsView(scenario.steps, context.isExchange)}
${confirmations.map(confirmationView)}${findingsView(findings)}
${sequenceDiagram(scenario, manifest)}
${controlsView(controls)}${wireView(wire)}
${when(exchanges.length > 0, () => html`<h4>Messages</h4>${exchanges.map((exchange) => messageView(exchange, context, isOpen))}`)}
</div>`;
}

function summaryOf(scenario: ScenarioRecord): Html {
  const { verdict, name, requirements, exchanges, durationMs, id } = scenario;
  const messages = exchanges.length === 1 ? '1 message' : `${exchanges.length} messages`;
  return html`<summary><span class="verdict ${verdict}">${VERDICT_WORDS[verdict]}</span> <span class=name>${name}</span>
<span class=end>${requirements.map((requirement) => html`<a class=requirement href="#${requirementAnchor(requirement)}">${requirement}</a> `)}<span class=dim>${messages}, ${duration(durationMs)}</span> <a class=anchor href="#${id}" title="link to this scenario">${id}</a></span></summary>`;
}

function reasonView(scenario: ScenarioRecord): Content {
  const { verdict, reason, blame } = scenario;
  if (verdict === 'passed' || (reason === undefined && blame === undefined)) return undefined;
  return html`<p class="reason ${verdict}">${reason}${when(blame !== undefined, () => html` <span class=blame>${blame}</span>`)}</p>`;
}

function controlsView(controls: ScenarioRecord['controls']): Content {
  if (controls.length === 0) return undefined;
  const items = controls.map(
    ({ action, at, detail }) => html`<li><time>${timeOfDay(at)}</time> <b>${action}</b> ${detail}</li>`,
  );
  return html`<h4>Done to the system under test</h4><ol class=plain>${items}</ol>`;
}

/** Bytes on a link that are no message. */
export function wireView(wire: readonly WireRecord[]): Content {
  if (wire.length === 0) return undefined;
  const items = wire.map(
    ({ at, link, event, raw }) =>
      html`<li><time>${timeOfDay(at)}</time> <code>${link}</code> ${event}${when(raw.length > 0, () => html`<pre class=raw>${visibleBytes(raw)}</pre>`)}</li>`,
  );
  return html`<h4>On the wire besides messages</h4><ol class=plain>${items}</ol>`;
}
