import { type Content, type Html, html } from '../../src/base/html.js';
import { never } from '../../src/base/never.js';
import type { RunManifest } from '../../src/evidence/journal-entry.js';
import type { ScenarioRecord } from '../../src/evidence/run-record.js';
import { actorTitle, sutTitle } from '../actors.js';
import { between, duration } from '../times.js';
import { type SequenceEvent, sequenceEvents } from './sequence-events.js';

/** Sizes in SVG units, which are CSS pixels at full width. */
const GUTTER = 84;
const LANE = 186;
const ROW = 32;
const TOP = 58;
/** Rows at most: a longer story is told by the list of messages below. */
const ROW_LIMIT = 150;

const LEFT_OF_SUT = 'ehr';
const SUT = '';

/** The scenario's exchanges as a sequence diagram: our actors around the system under test, time running down. */
export function sequenceDiagram(scenario: ScenarioRecord, manifest: RunManifest): Content {
  const all = sequenceEvents(scenario, manifest);
  if (scenario.exchanges.length === 0) return undefined;
  const events = all.slice(0, ROW_LIMIT);
  const lanes = lanesOf(all);
  const start = all[0]?.at ?? '';
  const width = GUTTER + lanes.length * LANE;
  const height = TOP + events.length * ROW + 14;
  const rows = events.map((event, index) => row(event, TOP + index * ROW + 20, lanes, start));
  const rest = all.length - events.length;
  return html`<figure class=sequence><svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Sequence of ${
    scenario.exchanges.length
  } messages">${lanes.map((actor, index) => lifeline(actor, index, height, manifest))}${rows}</svg>${
    rest > 0 ? html`<figcaption class=dim>${rest} more events: see the messages below.</figcaption>` : undefined
  }</figure>`;
}

/** The EHR on the left of the system under test, where orders start; everybody else on its right. */
function lanesOf(events: readonly SequenceEvent[]): readonly string[] {
  const partners = new Set(events.map((event) => event.partner).filter((partner) => partner !== undefined));
  const left = partners.has(LEFT_OF_SUT) ? [LEFT_OF_SUT] : [];
  const known = ['lis', 'ris', 'pharmacy'].filter((actor) => partners.has(actor));
  const others = [...partners].filter((actor) => ![LEFT_OF_SUT, ...known].includes(actor));
  return [...left, SUT, ...known, ...others];
}

function xOf(index: number): number {
  return GUTTER + index * LANE + LANE / 2;
}

function lifeline(actor: string, index: number, height: number, manifest: RunManifest): Html {
  const x = xOf(index);
  const title = actor === SUT ? sutTitle(manifest) : actorTitle(actor);
  return html`<g class="${actor === SUT ? 'lane sut' : 'lane'}"><path d="M${x} 38V${height}"/><rect x="${x - 62}" y="8" width="124" height="30" rx="6"/><text x="${x}" y="28">${title}</text></g>`;
}

function row(event: SequenceEvent, y: number, lanes: readonly string[], start: string): Html {
  const time = html`<text class=time x="${GUTTER - 12}" y="${y + 4}">${elapsed(start, event.at)}</text>`;
  switch (event.kind) {
    case 'arrow':
      return html`${time}${arrow(event, y, lanes)}`;
    case 'gap':
      return gap(event, y, lanes);
    case 'note':
      return html`${time}${note(event, y, lanes)}`;
    default:
      return never(event);
  }
}

function elapsed(start: string, at: string): string {
  return at === start ? '0' : `+${duration(between(start, at))}`;
}

function arrow(event: Extract<SequenceEvent, { kind: 'arrow' }>, y: number, lanes: readonly string[]): Html {
  const sut = xOf(lanes.indexOf(SUT));
  const partner = xOf(lanes.indexOf(event.partner));
  const [from, to] = event.towardsSut ? [partner, sut] : [sut, partner];
  const tip = to > from ? -8 : 8;
  return html`<a href="#${event.exchange}" class="${event.isReply ? 'reply' : 'send'} ${event.tone}"><path class=line d="M${from} ${y}H${to + tip}"/><path class=tip d="M${to} ${y}l${tip} -4.5v9z"/><text x="${(from + to) / 2}" y="${y - 5}">${event.label} <tspan>${event.detail}</tspan></text></a>`;
}

/** Half of an arrow that ends in a cross. */
function gap(event: Extract<SequenceEvent, { kind: 'gap' }>, y: number, lanes: readonly string[]): Html {
  const sut = xOf(lanes.indexOf(SUT));
  const x = (sut + xOf(lanes.indexOf(event.partner))) / 2;
  return html`<a href="#${event.exchange}" class="send bad"><path class=line d="M${x - 6} ${y - 6}l12 12m0 -12l-12 12"/><text x="${x}" y="${y - 10}">${event.label}</text></a>`;
}

function note(event: Extract<SequenceEvent, { kind: 'note' }>, y: number, lanes: readonly string[]): Html {
  const x = xOf(lanes.indexOf(event.partner ?? SUT));
  const label = event.label.length > 46 ? `${event.label.slice(0, 45)}\u2026` : event.label;
  const width = Math.max(90, label.length * 6.4 + 20);
  const left = Math.max(GUTTER, Math.min(x - width / 2, GUTTER + lanes.length * LANE - width));
  return html`<g class="${event.partner === undefined ? 'note control' : 'note'}"><rect x="${left}" y="${y - 13}" width="${width}" height="24" rx="4"/><text x="${left + width / 2}" y="${y + 3}">${label}<title>${event.label}</title></text></g>`;
}
