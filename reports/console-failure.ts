import type { JournalEntry } from '../src/evidence/journal-entry.js';
import { isLoud } from './finding-tone.js';
import { type Paint, plain } from './paint.js';

export type Entry<K extends JournalEntry['kind']> = Extract<JournalEntry, { kind: K }>;

/** A scenario of which the lines are still coming. */
export interface Running {
  readonly started: Entry<'scenario-started'>;
  readonly failures: (Entry<'step-finished'> | Entry<'hook-failed'>)[];
  readonly findings: Entry<'finding'>[];
  readonly exchanges: Set<string>;
}

/** The steps and hooks that failed with their errors, then the findings with expected and actual. */
export function failureLines({ started, failures, findings }: Running, paint: Paint): readonly string[] {
  return [
    ...failures.flatMap((failure) => stepLines(started, failure, paint)),
    ...findings.filter(({ finding }) => isLoud(finding)).flatMap(findingLines),
  ];
}

function stepLines(started: Running['started'], failure: Running['failures'][number], paint: Paint): readonly string[] {
  const error = plain(failure.error ?? '')
    .split(/\r\n|\r|\n/)
    .map((line) => `  ${line}`);
  if (failure.kind === 'hook-failed') return [`hook ${plain(failure.name)}`, ...error];
  const step = started.steps[failure.index];
  const title = plain(step === undefined ? `step ${failure.index + 1}` : `${step.keyword.trim()} ${step.text}`);
  return [`${title}  ${paint('dim', plain(`${started.uri}:${step?.line ?? started.line}`))}`, ...error];
}

function findingLines({ finding, exchange }: Entry<'finding'>): readonly string[] {
  const { classification, code, path, message, expected, actual } = finding;
  const place = plain([exchange, code, path].filter((part) => part !== undefined).join(' '));
  return [
    `${classification} ${place}: ${plain(message)}`,
    ...(expected === undefined ? [] : [`  expected ${plain(expected)}`]),
    ...(actual === undefined ? [] : [`  actual   ${plain(actual)}`]),
  ];
}
