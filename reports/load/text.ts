import type { LoadResult } from '../../src/evidence/load-result.js';
import { type Colour, type Paint, painter, plain } from '../paint.js';
import { duration } from '../times.js';
import { errorRows } from './errors.js';
import { counted, grouped, latency, megabytes, percent, perSecond, share } from './figures.js';
import { LATENCY_HEADS, latencyRows } from './latency-rows.js';
import { LEDGER_ROWS } from './ledger.js';
import { actualOf, type LoadVerdict, loadCaveats, loadVerdict, verdictSentence } from './load-verdict.js';
import { textTable } from './text-table.js';
import { whyWithheld } from './withheld.js';

export interface LoadTextOptions {
  /** Colours are given only when asked for: the caller knows whether a person looks at a terminal. */
  readonly colours: boolean;
}

const COLOURS: Readonly<Record<LoadVerdict, Colour>> = {
  passed: 'green',
  failed: 'red',
  incomplete: 'yellow',
  unreachable: 'red',
  measured: 'cyan',
};

/** A load run for a terminal: the verdict, what limits the worth of the figures, then the figures. Ends without line feed. */
export function loadText(result: LoadResult, options: LoadTextOptions = { colours: false }): string {
  const paint = painter(options.colours);
  const parts = [
    headline(result, paint),
    loadCaveats(result).map((caveat) => paint('yellow', `! ${caveat}`)),
    thresholds(result, paint),
    latencies(result),
    textTable(facts(result)),
    types(result),
    steps(result),
  ];
  return plain(parts.flatMap((lines) => (lines.length === 0 ? [] : [...lines, ''])).join('\n')).trimEnd();
}

function headline(result: LoadResult, paint: Paint): readonly string[] {
  const verdict = loadVerdict(result);
  return [
    `${paint('bold', plain(result.name))}: ${paint(COLOURS[verdict], verdict.toUpperCase())}  ${verdictSentence(result)}`,
  ];
}

function thresholds(result: LoadResult, paint: Paint): readonly string[] {
  const rows = result.thresholds.map((one) => [one.text, actualOf(one)]);
  return textTable(rows).map((line, index) => {
    const isKept = result.thresholds[index]?.passed ?? false;
    return `${isKept ? paint('green', 'kept  ') : paint('red', 'broken')}  ${line}`;
  });
}

function latencies(result: LoadResult): readonly string[] {
  const reason = whyWithheld(result);
  return reason === undefined ? textTable([['', ...LATENCY_HEADS], ...latencyRows(result)]) : [reason];
}

function facts(result: LoadResult): readonly (readonly string[])[] {
  const { offered, sent, acknowledged, timedOut, lost, dropped, pending, generator } = result;
  const ends = { offered, sent, acknowledged, 'timed out': timedOut, lost, dropped, pending };
  const seconds = duration(result.durationSeconds * 1_000);
  const { workers, cpuMicrosPerMessage, cpuShare, rssBytes } = generator;
  const cost = `${counted(workers, 'worker')}, ${Math.round(cpuMicrosPerMessage)} us of CPU a message, busiest ${percent(cpuShare)} of a core, ${megabytes(rssBytes)}`;
  return [
    ['messages', list(Object.entries(ends))],
    [
      'rate',
      `${perSecond(result.rate)} sent of ${perSecond(result.plannedRate)} planned, ${seconds}, ${counted(result.connections, 'connection')}`,
    ],
    ['errors', errors(result)],
    ['ledger', ledger(result)],
    ['generator', cost],
    ['seed', result.seed],
  ].map(([name = '', text = '']) => [name.padEnd(10) + text]);
}

function errors(result: LoadResult): string {
  const rows = errorRows(result);
  return (
    rows.map(([code, count]) => `${code} ${grouped(count)} (${share(count, result.offered)})`).join('  ') || 'none'
  );
}

function ledger({ ledger: seen }: LoadResult): string {
  if (seen === undefined) return 'no far end was watched';
  return list([['delivered', seen.delivered], ...LEDGER_ROWS.map(([name]) => [name, seen[name]] as const)]);
}

function list(entries: readonly (readonly [string, number])[]): string {
  return entries.map(([name, count]) => `${name} ${grouped(count)}`).join('  ');
}

/** Only where there are several: one type has the figures of the whole. */
function types({ byMessage }: LoadResult): readonly string[] {
  const all = Object.entries(byMessage).sort(([, a], [, b]) => b.offered - a.offered);
  if (all.length < 2) return [];
  const rows = all.map(([type, own]) => {
    const { response, service, lateness } = own;
    const shown = [response.p50, response.p99, response.max, service.p99, lateness.p99];
    const figures = shown.map((ms) => (whyWithheld(own) === undefined ? latency(ms) : 'withheld'));
    return [type, grouped(own.offered), grouped(own.acknowledged), ...figures];
  });
  const heads = ['type', 'offered', 'acknowledged', 'response p50', 'p99', 'max', 'service p99', 'lateness p99'];
  return textTable([heads, ...rows]);
}

function steps(result: LoadResult): readonly string[] {
  const { capacity } = result;
  if (capacity === undefined) return [];
  const mayShow = whyWithheld(result) === undefined;
  const rows = capacity.steps.map(({ rate, achieved, passed, response, reason }) => {
    const shown = mayShow && response.count > 0 ? [latency(response.p50), latency(response.p99)] : ['-', '-'];
    return [passed ? 'held' : 'broke', perSecond(rate), perSecond(achieved), ...shown, reason];
  });
  const bounds = `${perSecond(capacity.rate)}, between ${perSecond(capacity.lower)} and ${perSecond(capacity.upper)}`;
  const recovery = capacity.recoveryMs === undefined ? '' : `; recovered in ${duration(capacity.recoveryMs)}`;
  const heads = ['slo', 'asked for', 'achieved', 'response p50', 'p99', ''];
  return [`capacity  ${bounds}, as long as ${capacity.slo}${recovery}`, ...textTable([heads, ...rows])];
}
