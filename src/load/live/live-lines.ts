import type { LiveLedger, LoadProgress } from '../run/progress.js';
import { clock, grouped, shortMs } from './live-words.js';
import { sparkline } from './sparkline.js';

/** A piece of a line; what is loud is shown so where there are colours. */
export interface Span {
  readonly text: string;
  readonly tone?: 'dim' | 'bold' | 'alarm';
}

/** What is shown of a run now, with its last seconds. */
export interface LiveState {
  readonly name: string;
  readonly now: LoadProgress;
  /** One for each second that is over, oldest first. */
  readonly rates: readonly number[];
  /** Milliseconds; null where nothing was answered. */
  readonly p99s: readonly (number | null)[];
}

const LABEL = 11;
const SPARK = 40;

/** The block of a terminal, line by line, none wider than `columns`. */
export function liveLines({ name, now, rates, p99s }: LiveState, columns: number): readonly (readonly Span[])[] {
  const { inFlight, waiting, connections, responseP50, responseP99, latenessP99, ledger } = now;
  const lines = [
    progressLine(name, now, columns),
    [label('rate'), figure(rateOf(now)), spark(rates)],
    [
      label('in flight'),
      { text: `${grouped(inFlight)} on ${grouped(connections)} connections` },
      { text: `  ${grouped(waiting)} waiting for a free one`, ...(waiting === 0 && { tone: 'dim' as const }) },
    ],
    [label('response'), figure(`p50 ${shortMs(responseP50)}  p99 ${shortMs(responseP99)}`), spark(p99s)],
    [
      label('lateness'),
      { text: `p99 ${shortMs(latenessP99)}` },
      { text: '  of the generator itself', tone: 'dim' as const },
    ],
    [label('messages'), ...messages(now)],
    ...(ledger === undefined ? [] : [[label('far end'), ...farEnd(ledger)]]),
  ];
  return lines.map((line) => clipped(line, columns));
}

/** The same in one line without anything that moves, for a log. */
export function liveLine({ now }: LiveState): string {
  const { second, ofSeconds, inFlight, waiting, responseP50, responseP99, latenessP99, ledger } = now;
  const far = ledger === undefined ? [] : farEnd(ledger);
  return [
    `${clock(second)} of ${clock(ofSeconds)}`,
    rateOf(now),
    `in flight ${grouped(inFlight)}`,
    `waiting ${grouped(waiting)}`,
    `p50 ${shortMs(responseP50)}`,
    `p99 ${shortMs(responseP99)}`,
    `lateness p99 ${shortMs(latenessP99)}`,
    [...messages(now), ...far].map(({ text }) => text.trim()).join('  '),
  ].join('  ');
}

/** Nothing is counted while the system warms up: a rate of 0 would look like a system that takes nothing. */
function rateOf({ second, warmUpSeconds, rate, plannedRate }: LoadProgress): string {
  if (second <= warmUpSeconds) return 'warming up';
  return `${grouped(rate)}/s of ${grouped(plannedRate)}/s`;
}

function progressLine(name: string, { second, ofSeconds }: LoadProgress, columns: number): readonly Span[] {
  const done = ofSeconds === 0 ? 1 : Math.min(1, second / ofSeconds);
  const times = `${clock(Math.min(second, ofSeconds))} of ${clock(ofSeconds)}`;
  const width = Math.max(0, Math.min(SPARK, columns - name.length - times.length - 12));
  const full = Math.round(done * width);
  return [
    { text: name, tone: 'bold' },
    { text: `  ${times}  ` },
    { text: '█'.repeat(full) },
    { text: '░'.repeat(width - full), tone: 'dim' },
    { text: second >= ofSeconds ? '  waiting for the last answers' : `  ${Math.floor(done * 100)} %` },
  ];
}

function messages({ offered, acknowledged, errors, dropped }: LoadProgress): readonly Span[] {
  return [
    { text: `${grouped(offered)} offered  ${grouped(acknowledged)} acknowledged` },
    count(errors, 'errors'),
    count(dropped, 'dropped'),
  ];
}

function farEnd({ delivered, lost, duplicated, altered }: LiveLedger): readonly Span[] {
  const missing = lost === undefined ? [] : [count(lost, 'lost')];
  return [
    { text: `${grouped(delivered)} delivered` },
    ...missing,
    count(duplicated, 'duplicated'),
    count(altered, 'altered'),
  ];
}

function count(n: number, what: string): Span {
  return { text: `  ${grouped(n)} ${what}`, ...(n > 0 && { tone: 'alarm' as const }) };
}

function label(text: string): Span {
  return { text: text.padEnd(LABEL), tone: 'dim' };
}

/** So wide that what follows does not move with every figure. */
function figure(text: string): Span {
  return { text: text.padEnd(26) };
}

function spark(values: readonly (number | null)[]): Span {
  return { text: `  ${sparkline(values, SPARK)}`, tone: 'dim' };
}

/** A line that wraps would make the block grow: what does not fit is not shown. */
function clipped(spans: readonly Span[], columns: number): readonly Span[] {
  let room = columns - 1;
  return spans.map((span) => {
    const text = span.text.slice(0, Math.max(0, room));
    room -= text.length;
    return { ...span, text };
  });
}
