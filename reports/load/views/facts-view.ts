import { type Content, type Html, html } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { dateTime, duration } from '../../times.js';
import { againLine, sutLine } from '../faults.js';
import { counted, megabytes, percent, perSecond } from '../figures.js';

/** What is needed to repeat the run, and what it cost to make it. */
export function factsView(result: LoadResult): Html {
  return html`<dl class=facts>${facts(result).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function facts(result: LoadResult): readonly (readonly [string, Content])[] {
  const { generator, shard, links } = result;
  const { workers, cpuMicrosPerMessage, cpuShare, rssBytes } = generator;
  return [
    ['Run', result.name],
    ['Started', dateTime(result.startedAt)],
    ['Measured', `${duration(result.durationSeconds * 1_000)}, without the warm-up`],
    ['Ended', result.outcome],
    ['Seed', html`<code>${result.seed}</code>`],
    ['Rate', `${perSecond(result.rate)} sent of ${perSecond(result.plannedRate)} planned`],
    ['Connections', result.connections],
    [
      'Links',
      links.map(({ name, address, tls }) => `${name} ${address}${tls ? ' over TLS' : ''}`).join(', ') || 'none',
    ],
    [
      'Generator',
      `${counted(workers, 'worker')}, ${Math.round(cpuMicrosPerMessage * 10) / 10} \u00b5s of CPU a message`,
    ],
    ['Busiest worker', `${percent(cpuShare)} of a core`],
    ['Memory of the generator', megabytes(rssBytes)],
    ['Done to the system', sutLine(result) ?? 'nothing'],
    ['Once more', againLine(result) ?? 'nothing'],
    ['Part', shard === undefined ? 'the whole run' : `${shard.index + 1} of ${shard.of}`],
    ['Pipehat', result.pipehat],
  ];
}
