import { type Html, html } from '../../src/base/html.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import type { FeatureGroup } from '../feature-groups.js';
import { VERDICT_WORDS, VERDICTS } from '../verdict-words.js';

/** The sections of the page, then each feature with its scenarios. */
export function contents(groups: readonly FeatureGroup[], sections: readonly (readonly [string, string])[]): Html {
  const links = sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav class=contents aria-label="Contents"><ul>${links}</ul>${groups.map(
    ({ id, name, scenarios }) =>
      html`<p><a href="#${id}">${name}</a></p><ul>${scenarios.map(
        (scenario) =>
          html`<li data-for="${scenario.id}"><a href="#${scenario.id}"><span class="dot ${scenario.verdict}">${VERDICT_WORDS[scenario.verdict]}</span>${scenario.name}</a></li>`,
      )}</ul>`,
  )}</nav>`;
}

/** Search, filter and theme; they need the script and stay hidden without it. */
export function toolbar(run: RunRecord): Html {
  const present = VERDICTS.filter((verdict) => run.scenarios.some((scenario) => scenario.verdict === verdict));
  const chips = present.map(
    (verdict) =>
      html`<button type=button data-filter="${verdict}" aria-pressed=false>${VERDICT_WORDS[verdict]}</button>`,
  );
  return html`<div class=toolbar hidden><label><span class=sr>Search</span><input type=search id=search placeholder="Search messages, ids, scenarios" autocomplete=off></label><div class=chips role=group aria-label="Show"><button type=button data-filter="" aria-pressed=true>all</button>${chips}</div><output id=hits></output><div class=tools><button type=button id=unfold>open all</button><button type=button id=theme>dark</button></div></div>`;
}
