import type { Finding } from '../src/evidence/finding.js';
import type { JournalEntry } from '../src/evidence/journal-entry.js';
import { accountingOf } from '../src/evidence/run-accounting.js';
import type { RunRecord } from '../src/evidence/run-record.js';
import type { Verdict } from '../src/evidence/verdict.js';
import { accountedLine, accountingLine } from './accounting-words.js';
import { type Entry, failureLines, type Running } from './console-failure.js';
import { type Colour, type Paint, painter, plain } from './paint.js';
import { PatientValues } from './patient-values.js';
import { between, duration } from './times.js';
import { caveats, countsLine, VERDICT_WORDS } from './verdict-words.js';

const MARKS: Readonly<Record<Verdict, string>> = {
  passed: '\u2714',
  failed: '\u2718',
  pending: '?',
  untestable: '-',
  'harness-error': '!',
};
const COLOURS: Readonly<Record<Verdict, Colour>> = {
  passed: 'green',
  failed: 'red',
  pending: 'yellow',
  untestable: 'cyan',
  'harness-error': 'magenta',
};

export interface ConsoleOptions {
  /** Colours are given only when asked for: the caller knows whether a person looks at a terminal. */
  readonly colours: boolean;
  /** Leaves out the scenarios that passed. */
  readonly quiet?: boolean;
  /** Shows values of patients; else their places stand for them, since terminals are recorded by CI servers. */
  readonly patientValues?: boolean;
}

/** So many messages that do not add up are named on the terminal. */
const MOST_NAMED = 10;

/** What a terminal shows while a run goes on: it is told each journal entry and answers with the lines to print. */
export class ConsoleProgress {
  readonly #paint: Paint;
  readonly #isQuiet: boolean;
  readonly #patients: PatientValues | undefined;
  readonly #running = new Map<string, Running>();
  #feature = '';

  constructor(options: ConsoleOptions) {
    this.#paint = painter(options.colours);
    this.#isQuiet = options.quiet ?? false;
    this.#patients = options.patientValues ? undefined : new PatientValues();
  }

  /** Lines without line feed; often none. Scenarios that run side by side are told one after the other, as they end. */
  take(entry: JournalEntry): readonly string[] {
    if (entry.kind === 'message' || entry.kind === 'reply') this.#patients?.learn(Buffer.from(entry.raw, 'base64'));
    if (entry.kind === 'run-started') return this.#begin(entry);
    if (entry.kind === 'scenario-started') {
      this.#running.set(entry.scenario, { started: entry, failures: [], findings: [], exchanges: new Set() });
      return [];
    }
    const running = this.#runningOf(entry);
    if (running === undefined) return [];
    if (entry.kind === 'scenario-finished') return this.#end(running, entry);
    note(running, entry);
    return [];
  }

  /** What the run does not prove, then the last line: counts, which contain `16 scenarios`, and where the evidence is. */
  finish(run: RunRecord, files: { readonly evidence?: string } = {}): readonly string[] {
    const ms = between(run.manifest.startedAt, run.finishedAt);
    const took = ms === 0 ? '' : ` in ${duration(ms)}`;
    const where = files.evidence === undefined ? '' : `; evidence: ${plain(files.evidence)}`;
    const verdict = this.#paint(COLOURS[run.verdict], VERDICT_WORDS[run.verdict].toUpperCase());
    return [
      '',
      ...this.#accounting(run),
      ...caveats(run).map((caveat) => this.#paint('yellow', caveat)),
      `${verdict}  ${countsLine(run)}${took}${where}`,
    ];
  }

  /** Where all adds up one line says so. */
  #accounting(run: RunRecord): readonly string[] {
    const accounting = accountingOf(run);
    if (accounting === undefined || accounting.accepted === 0) return [];
    const { wrong } = accounting;
    const more = wrong.length > MOST_NAMED ? [`  and ${wrong.length - MOST_NAMED} more in the evidence`] : [];
    const named = wrong.slice(0, MOST_NAMED).map((one) => this.#paint('red', plain(`  ${accountedLine(one)}`)));
    return [`accounting: ${accountingLine(accounting)}`, ...named, ...more];
  }

  #begin({ manifest }: Entry<'run-started'>): readonly string[] {
    const { sut, environment, seed, clock } = manifest;
    const addresses = sut.addresses.length > 0 ? ` at ${sut.addresses.join(', ')}` : '';
    const name = [sut.name, sut.version].filter((part) => part !== undefined).join(' ');
    const facts = `environment ${environment}, seed ${seed}, clock ${clock}`;
    return [`${this.#paint('bold', plain(name))}${plain(addresses)}`, this.#paint('dim', plain(facts))];
  }

  #runningOf(entry: JournalEntry): Running | undefined {
    if ('scenario' in entry && entry.scenario !== undefined) return this.#running.get(entry.scenario);
    if (entry.kind !== 'finding' || entry.exchange === undefined) return undefined;
    const { exchange } = entry;
    return [...this.#running.values()].find(({ exchanges }) => exchanges.has(exchange));
  }

  #end(running: Running, finished: Entry<'scenario-finished'>): readonly string[] {
    const { verdict, scenario, durationMs } = finished;
    this.#running.delete(scenario);
    if (this.#isQuiet && verdict === 'passed') return [];
    const { feature, name } = running.started;
    const head = feature === this.#feature ? [] : ['', this.#paint('bold', plain(feature))];
    this.#feature = feature;
    const count = running.exchanges.size;
    const figures = `${count} ${count === 1 ? 'message' : 'messages'}, ${duration(durationMs)}`;
    const line = `  ${this.#paint(COLOURS[verdict], MARKS[verdict])} ${plain(name)}  ${this.#paint('dim', figures)}`;
    return [...head, line, ...(verdict === 'passed' ? [] : this.#why(running, finished))];
  }

  #why(shown: Running, { verdict, blame, reason: told }: Entry<'scenario-finished'>): readonly string[] {
    const clean = this.#patients?.cleaner() ?? ((text: string) => text);
    const running = cleaned(shown, clean);
    const reason = told && clean(told);
    const words = [VERDICT_WORDS[verdict], blame].filter((part) => part !== undefined).join(', ');
    // The reason is often the first line of the error that is shown below anyway.
    const isTold = reason === undefined || running.failures.some(({ error = '' }) => error.includes(reason));
    const head = this.#paint(COLOURS[verdict], isTold ? words : `${words}: ${plain(reason)}`);
    return [head, ...failureLines(running, this.#paint)].map((line) => `      ${line}`);
  }
}

/** Without values of patients, where there are any. */
function cleaned(running: Running, clean: (text: string) => string): Running {
  const { failures, findings } = running;
  return {
    ...running,
    failures: failures.map((entry) => (entry.error === undefined ? entry : { ...entry, error: clean(entry.error) })),
    findings: findings.map((entry) => ({ ...entry, finding: cleanedFinding(entry.finding, clean) })),
  };
}

function cleanedFinding(finding: Finding, clean: (text: string) => string): Finding {
  const { message, expected, actual } = finding;
  return {
    ...finding,
    message: clean(message),
    ...(expected !== undefined && { expected: clean(expected) }),
    ...(actual !== undefined && { actual: clean(actual) }),
  };
}

function note(running: Running, entry: JournalEntry): void {
  if (entry.kind === 'step-finished' && entry.error !== undefined) running.failures.push(entry);
  if (entry.kind === 'hook-failed') running.failures.push(entry);
  if (entry.kind === 'finding') running.findings.push(entry);
  if (entry.kind === 'message') running.exchanges.add(entry.exchange);
}
