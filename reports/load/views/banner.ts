import { type Content, type Html, html, when } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { dateTime, duration } from '../../times.js';
import { counted, grouped, latency, perSecond, share } from '../figures.js';
import { loadCaveats, loadVerdict, verdictSentence } from '../load-verdict.js';
import { whyWithheld } from '../withheld.js';

/** What was loaded, what limits the worth of the figures, the verdict, and the figures that are asked for first. */
export function loadBanner(result: LoadResult): Html {
  const verdict = loadVerdict(result);
  const targets = result.links.filter(({ to }) => to === 'sut').map(({ from, address }) => `${from} to ${address}`);
  const ran = `${dateTime(result.startedAt)}, ${duration(result.durationSeconds * 1_000)} measured`;
  return html`<header class=masthead><div><p class=eyebrow>Pipehat load</p><h1>${result.name}</h1><p class=dim>${[...targets, ran].join('; ')}</p></div><button type=button id=theme hidden>dark</button></header>
<section class="banner ${verdict}" id=verdict aria-label="Verdict"><p class=big>${verdict}</p><div><p>${verdictSentence(result)}</p></div></section>
${warnings(loadCaveats(result))}<ul class=tiles>${tiles(result)}</ul>`;
}

export function warnings(texts: readonly string[]): Content {
  return when(
    texts.length > 0,
    () =>
      html`<ul class=warnings aria-label="What limits the worth of these figures">${texts.map((text) => html`<li>${text}</li>`)}</ul>`,
  );
}

function tiles(result: LoadResult): Content {
  const { offered, acknowledged, dropped, errors, ledger, capacity } = result;
  const mayShow = whyWithheld(result) === undefined;
  const wrong = Object.values(errors).reduce((sum, count) => sum + count, 0);
  return [
    ...(capacity === undefined ? [] : [tile(perSecond(capacity.rate), 'capacity', capacity.rate === 0)]),
    tile(perSecond(result.rate), `sent of ${perSecond(result.plannedRate)} planned`),
    ...(mayShow
      ? [
          tile(latency(result.response.p50), 'response p50'),
          tile(latency(result.response.p99), 'response p99'),
          tile(latency(result.lateness.p99), 'lateness p99 of the generator'),
        ]
      : []),
    tile(share(acknowledged, offered), `of ${counted(offered, 'message')} acknowledged`),
    tile(grouped(wrong), `errors, ${share(wrong, offered)}`, wrong > 0),
    tile(grouped(dropped), 'dropped unsent', dropped > 0),
    ...(ledger === undefined ? [] : [tile(grouped(ledger.lost), 'lost by the system', ledger.lost > 0)]),
  ];
}

function tile(figure: string, label: string, isBad = false): Html {
  return html`<li class="tile ${isBad ? 'failed' : ''}"><div><b>${figure}</b> <span>${label}</span></div></li>`;
}
