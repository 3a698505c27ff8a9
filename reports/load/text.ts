import type { LoadResult } from '../../src/evidence/load-result.js';
import { type Colour, type Paint, painter, plain } from '../paint.js';
import { duration } from '../times.js';
import { capacityLimit } from './capacity-words.js';
import { errorRows } from './errors.js';
import { againLine, faultsLine, sutLine } from './faults.js';
import { counted, grouped, latency, megabytes, percent, perSecond, share } from './figures.js';
import { LATENCY_HEADS, latencyRows } from './latency-rows.js';
import { LEDGER_ROWS } from './ledger.js';
import {
  actualOf,
  capacitySentence,
  type LoadVerdict,
  loadCaveats,
  loadVerdict,
  verdictSentence,
} from './load-verdict.js';
import { soakRows } from './soak.js';
import { textTable } from './text-table.js';
import { findingRows, validationSentence } from './validation.js';
import { isStepShown, whyWithheld } from './withheld.js';

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
    soak(result),
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
    ['faults', faultsLine(result)],
    ['system', sutLine(result)],
    ['again', againLine(result)],
    ['ledger', ledger(result)],
    ['validation', validation(result)],
    ['generator', cost],
    ['seed', result.seed],
  ]
    .filter(([, text]) => text !== undefined)
    .map(([name = '', text = '']) => [name.padEnd(11) + text]);
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

function validation(result: LoadResult): string | undefined {
  const said = validationSentence(result);
  const codes = findingRows(result).map(([code, count]) => `${code} ${grouped(count)}`);
  return said === undefined ? undefined : [said, ...codes].join('  ');
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
  const rows = capacity.steps.map((step) => {
    const { rate, achieved, passed, response, lateness } = step;
    const shown = isStepShown(step)
      ? [latency(response.p50), latency(response.p99), latency(lateness?.p99 ?? Number.NaN)]
      : ['-', '-', '-'];
    return [passed ? 'held' : 'broke', perSecond(rate), perSecond(achieved), ...shown];
  });
  const lines = textTable([['slo', 'asked for', 'achieved', 'response p50', 'p99', 'lateness p99'], ...rows]);
  const recovery =
    capacity.recoveryMs === undefined ? [] : [`After overload it held again within ${duration(capacity.recoveryMs)}.`];
  const limit = capacityLimit(capacity);
  // Without thresholds it stands in the headline.
  const found = result.thresholds.length === 0 ? [] : [capacitySentence(capacity)];
  const said = [...found, ...(limit === undefined ? [] : [limit]), ...recovery];
  return [...said, ...lines.map((line, at) => withReason(line, capacity.steps[at - 1]?.reason))];
}

/** Reasons are of many lengths: behind the columns they need no place of their own. */
function withReason(line: string, reason: string | undefined): string {
  return reason === undefined || reason === '' ? line : `${line}  ${reason}`;
}

function soak(result: LoadResult): readonly string[] {
  if (result.soak === undefined) return [];
  const isWithheld = whyWithheld(result) !== undefined;
  const rows = soakRows(result.soak).filter(({ name }) => !(isWithheld && name.startsWith('response')));
  const cells = rows.map(({ name, mean, perHour, change, trend }) => [name, mean, perHour, change, trend]);
  return textTable([[`soak: ${result.soak.verdict}`, 'mean', 'in an hour', 'over the run', 'trend'], ...cells]);
}
