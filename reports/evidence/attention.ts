import { type Content, type Html, html } from '../../src/base/html.js';
import type { RunRecord, ScenarioRecord } from '../../src/evidence/run-record.js';
import { VERDICT_WORDS, VERDICTS } from '../verdict-words.js';

/** The scenarios that did not pass, the worst first, each with its reason in one line. */
export function attention(run: RunRecord): Content {
  const open = VERDICTS.filter((verdict) => verdict !== 'passed').flatMap((verdict) =>
    run.scenarios.filter((scenario) => scenario.verdict === verdict),
  );
  if (open.length === 0)
    return html`<p class=dim>${run.scenarios.length > 0 ? 'Every scenario passed.' : 'No scenario ran.'}</p>`;
  return html`<ul class=attention>${open.map(line)}</ul>`;
}

function line({ id, name, verdict, reason, blame, feature }: ScenarioRecord): Html {
  return html`<li><span class="verdict ${verdict}">${VERDICT_WORDS[verdict]}</span><span><a href="#${id}">${name}</a> <span class=dim>${feature}</span><br>${reason}${
    blame === undefined ? undefined : html` <span class=blame>${blame}</span>`
  }</span></li>`;
}
