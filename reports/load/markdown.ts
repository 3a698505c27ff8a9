import type { LoadResult } from '../../src/evidence/load-result.js';
import { code, table, text } from '../markdown-text.js';
import { dateTime, duration } from '../times.js';
import { capacityLimit } from './capacity-words.js';
import { errorMeaning, errorRows } from './errors.js';
import { faultRows } from './faults.js';
import { counted, grouped, latency, perSecond, share } from './figures.js';
import { LATENCY_HEADS, latencyRows } from './latency-rows.js';
import { LEDGER_ROWS } from './ledger.js';
import { actualOf, capacitySentence, loadCaveats, loadVerdict, verdictSentence } from './load-verdict.js';
import { soakRows } from './soak.js';
import { findingRows, validationSentence } from './validation.js';
import { whyWithheld } from './withheld.js';

/** A load run for a CI job's page. */
export function loadMarkdown(result: LoadResult): string {
  const parts = [
    heading(result),
    thresholds(result),
    latencies(result),
    counts(result),
    errors(result),
    faults(result),
    ledger(result),
    validation(result),
    types(result),
    capacity(result),
    soak(result),
    repeat(result),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(result: LoadResult): string {
  const said = loadCaveats(result).map((caveat) => `\n> **${text(caveat)}**\n`);
  const when = `${dateTime(result.startedAt)}, ${duration(result.durationSeconds * 1_000)}, ${counted(result.connections, 'connection')}`;
  const figures = `${perSecond(result.rate)} sent of ${perSecond(result.plannedRate)} planned`;
  return `## ${text(result.name)}: ${loadVerdict(result)}\n\n${text(verdictSentence(result))}  \n${figures}, ${text(when)}\n${said.join('')}`.trimEnd();
}

function thresholds(result: LoadResult): string {
  if (result.thresholds.length === 0) return '';
  const rows = result.thresholds.map((one) => [
    one.passed ? 'kept' : '**broken**',
    code(one.text),
    text(actualOf(one)),
  ]);
  return `### Thresholds\n\n${table(['Verdict', 'Threshold', 'Measured'], rows)}`;
}

function latencies(result: LoadResult): string {
  const reason = whyWithheld(result);
  if (reason !== undefined) return `### Latencies\n\n${text(reason)}`;
  return `### Latencies\n\n${table(['', ...LATENCY_HEADS], latencyRows(result))}`;
}

function counts(result: LoadResult): string {
  const { offered, sent, acknowledged, timedOut, lost, dropped, pending } = result;
  const titles = ['Offered', 'Sent', 'Acknowledged', 'No answer', 'Connection lost', 'Dropped', 'Pending'];
  const figures = [offered, sent, acknowledged, timedOut, lost, dropped, pending];
  return `### Messages\n\n${table(titles, [figures.map(grouped)])}`;
}

function errors(result: LoadResult): string {
  const rows = errorRows(result).map(([name, count]) => [
    text(name),
    grouped(count),
    text(share(count, result.offered)),
    errorMeaning(name),
  ]);
  return rows.length === 0 ? '' : `### Errors\n\n${table(['Code', 'Messages', 'Of those offered', 'Meaning'], rows)}`;
}

function ledger({ ledger: seen }: LoadResult): string {
  if (seen === undefined)
    return 'No far end was watched: whether the system passed on what it acknowledged is not known.';
  const titles = ['Delivered', ...LEDGER_ROWS.map(([name]) => name)];
  const figures = [seen.delivered, ...LEDGER_ROWS.map(([name]) => seen[name])];
  return `### Ledger\n\n${table(titles, [figures.map(grouped)])}`;
}

function faults(result: LoadResult): string {
  const rows = faultRows(result).map(([name, count, ends]) => [text(name), grouped(count), text(ends)]);
  return rows.length === 0
    ? ''
    : `### Faults of the plan\n\n${table(['Fault', 'Messages', 'What became of them'], rows)}`;
}

function validation(result: LoadResult): string {
  const said = validationSentence(result);
  if (said === undefined) return '';
  const rows = findingRows(result).map(([name, count]) => [code(name), grouped(count)]);
  return `### Validation\n\n${text(said)}${rows.length === 0 ? '' : `\n\n${table(['Code', 'Findings'], rows)}`}`;
}

function types({ byMessage }: LoadResult): string {
  const all = Object.entries(byMessage);
  if (all.length < 2) return '';
  const rows = all.map(([type, own]) => {
    const shown = [own.response.p50, own.response.p99, own.lateness.p99];
    const figures = shown.map((ms) => (whyWithheld(own) === undefined ? latency(ms) : 'withheld'));
    return [text(type), grouped(own.offered), grouped(own.acknowledged), ...figures];
  });
  const titles = ['Type', 'Offered', 'Acknowledged', 'Response p50', 'Response p99', 'Lateness p99'];
  return `### Message types\n\n${table(titles, rows)}`;
}

function capacity({ capacity: found }: LoadResult): string {
  if (found === undefined) return '';
  const limit = capacityLimit(found);
  return `### Capacity\n\n**${perSecond(found.rate)}**  \n${text(capacitySentence(found))}${limit === undefined ? '' : ` ${limit}`}`;
}

function soak(result: LoadResult): string {
  if (result.soak === undefined) return '';
  const isWithheld = whyWithheld(result) !== undefined;
  const rows = soakRows(result.soak).filter(({ name }) => !(isWithheld && name.startsWith('response')));
  const cells = rows.map(({ name, mean, perHour, change, trend }) => [name, mean, perHour, change, trend].map(text));
  return `### Over the long run: ${result.soak.verdict}\n\n${table(['', 'Mean', 'In an hour', 'Over the run', 'Trend'], cells)}`;
}

function repeat({ pipehat, seed, outcome }: LoadResult): string {
  return `<sub>Pipehat ${text(pipehat)}, seed ${code(seed)}, ${outcome}</sub>`;
}
