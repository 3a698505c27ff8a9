import { type Content, type Html, html } from '../../src/base/html.js';
import type { LinkEvidence } from '../../src/evidence/exchange.js';
import type { RunManifest } from '../../src/evidence/journal-entry.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { actorTitle } from '../actors.js';
import { dateTime } from '../times.js';

/** What is needed to repeat the run. */
export function manifestView(run: RunRecord): Html {
  const { manifest } = run;
  return html`<dl class=facts>${facts(manifest, run.finishedAt).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
<h3>Links</h3><div class=scroll><table><thead><tr><th>Link<th>From<th>To<th>Address<th>TLS</tr></thead><tbody>${manifest.links.map(linkRow)}</tbody></table></div>
<h3>Profiles, code sets and features</h3>${hashes(manifest)}`;
}

function facts(manifest: RunManifest, finishedAt: string | undefined): readonly (readonly [string, Content])[] {
  const { sut } = manifest;
  return [
    ['System under test', `${sut.name} ${sut.version ?? '(version not given)'}`],
    ['Its role', sut.role],
    ['Its addresses', sut.addresses.join(', ') || 'none'],
    ['Environment', manifest.environment],
    ['Run', manifest.run],
    ['Started', dateTime(manifest.startedAt)],
    ['Finished', finishedAt === undefined ? 'not finished' : dateTime(finishedAt)],
    ['Seed', html`<code>${manifest.seed}</code>`],
    ['Message clock', dateTime(manifest.clock)],
    ['Time scale', manifest.timeScale],
    ['Pipehat', manifest.pipehat],
    ['Node', manifest.node],
    ['Cucumber', manifest.cucumber],
    ['Platform', manifest.platform],
    ['Command', html`<code>${manifest.command}</code>`],
  ];
}

function linkRow({ name, from, to, address, tls }: LinkEvidence): Html {
  return html`<tr><th scope=row>${name}<td>${actorTitle(from)}<td>${actorTitle(to)}<td><code>${address}</code><td>${tls ? 'yes' : 'no'}</tr>`;
}

function hashes(manifest: RunManifest): Content {
  const entries = Object.entries(manifest.hashes);
  if (entries.length === 0) return html`<p class=dim>None recorded.</p>`;
  const rows = entries.map(([file, hash]) => html`<tr><th scope=row>${file}<td><code class=hash>${hash}</code></tr>`);
  return html`<div class=scroll><table><thead><tr><th>File<th>SHA-256</tr></thead><tbody>${rows}</tbody></table></div>`;
}
