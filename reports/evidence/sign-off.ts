import { createHash } from 'node:crypto';
import { type Html, html } from '../../src/base/html.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { runJson } from '../json.js';

/** SHA-256 of the run's JSON report, in hexadecimal: who has the journal can make the same file and compare. */
export function checksum(run: RunRecord): string {
  return createHash('sha256').update(runJson(run)).digest('hex');
}

/** Where the owners sign, and what ties the page to the record. */
export function signOff(run: RunRecord): Html {
  return html`<div class=sign>${['Technical owner', 'Clinical owner'].map(
    (role) =>
      html`<div class=signature><h3>${role}</h3><p class=blank>Name</p><p class=blank>Signature</p><p class=blank>Date</p></div>`,
  )}</div><p>Accepted for go-live: <span class=box></span> yes &nbsp; <span class=box></span> with the exceptions noted below &nbsp; <span class=box></span> no</p><p class=blank>Exceptions</p>
<p>SHA-256 of this run's record: <code class=hash id=checksum>${checksum(run)}</code></p>
<p class=dim>The record is the file run.json that "pipehat report --format json" makes from the run's journal. Its SHA-256 must be the one above.</p>`;
}
