import type { Outcome } from '../../src/evidence/exchange.js';
import type { Finding } from '../../src/evidence/finding.js';
import type { ConfirmationEvidence, JournalEntry, StepStatus } from '../../src/evidence/journal-entry.js';
import type { Blame, Verdict } from '../../src/evidence/verdict.js';

export interface Ending {
  readonly verdict: Verdict;
  readonly blame?: Blame;
  readonly reason?: string;
}

/** Writes a journal as a run would, with a clock of its own that moves a few milliseconds with each entry. */
export class JournalMaker {
  readonly entries: JournalEntry[] = [];
  #ms = Date.UTC(2025, 2, 11, 9, 30, 0, 0);
  #scenarios = 0;
  #exchanges = 0;
  #scenario: string | undefined;
  #feature = { name: '', uri: '' };
  #startedMs = 0;

  add(entry: JournalEntry): void {
    this.entries.push(entry);
  }

  at(afterMs = 0): string {
    this.#ms += afterMs;
    return new Date(this.#ms).toISOString();
  }

  feature(name: string, uri: string): void {
    this.#feature = { name, uri };
  }

  /** Steps as `Given a thing`; each is marked by `step` afterwards. */
  scenario(name: string, tags: readonly string[], steps: readonly string[], line = 8): void {
    this.#scenario = `s${++this.#scenarios}`;
    this.#startedMs = this.#ms;
    const parsed = steps.map((step, index) => ({
      keyword: `${step.split(' ')[0]} `,
      text: step.split(' ').slice(1).join(' '),
      line: line + 1 + index,
    }));
    const { name: feature, uri } = this.#feature;
    const start = { scenario: this.#scenario, feature, uri, line, name, tags, steps: parsed, at: this.at(4) };
    this.add({ kind: 'scenario-started', ...start });
  }

  steps(...statuses: readonly (StepStatus | { readonly status: StepStatus; readonly error: string })[]): void {
    for (const [index, each] of statuses.entries()) {
      const outcome = typeof each === 'string' ? { status: each } : each;
      const durationMs = outcome.status === 'skipped' ? 0 : 3 + ((index * 7) % 23);
      this.add({ kind: 'step-finished', scenario: this.current(), index, durationMs, ...outcome });
    }
  }

  end(verdict: Verdict, more: Omit<Ending, 'verdict'> = {}): void {
    const scenario = this.current();
    this.add({
      kind: 'scenario-finished',
      ...{ scenario, verdict, ...more },
      at: this.at(2),
      durationMs: this.#ms - this.#startedMs,
    });
    this.#scenario = undefined;
  }

  /** A message from one of our actors, `ehr`, to the system under test. Gives the exchange id. */
  send(actor: string, text: string, faults: readonly string[] = []): string {
    return this.#message('sent', `${actor}>sut`, text, faults);
  }

  /** A message from the system under test to one of our actors. */
  receive(actor: string, text: string): string {
    return this.#message('received', `sut>${actor}`, text, []);
  }

  reply(exchange: string, text: string, afterMs = 6): string {
    const raw = Buffer.from(text).toString('base64');
    this.add({ kind: 'reply', exchange, stage: 'accept', raw, at: this.at(afterMs), afterMs });
    this.outcome(exchange, 'acknowledged');
    return exchange;
  }

  outcome(exchange: string, outcome: Outcome): void {
    this.add({ kind: 'outcome', exchange, outcome });
  }

  finding(finding: Finding, exchange?: string): void {
    const scenario = this.#scenario;
    this.add({ kind: 'finding', ...(scenario ? { scenario } : {}), ...(exchange ? { exchange } : {}), finding });
  }

  control(action: string, detail?: string): void {
    const scenario = this.#scenario;
    this.add({
      kind: 'sut-control',
      ...(scenario ? { scenario } : {}),
      action,
      at: this.at(9),
      ...(detail ? { detail } : {}),
    });
  }

  wire(link: string, event: string, bytes: Buffer): void {
    const scenario = this.#scenario;
    this.add({
      kind: 'wire',
      ...(scenario ? { scenario } : {}),
      link,
      event,
      raw: bytes.toString('base64'),
      at: this.at(3),
    });
  }

  confirmation(confirmation: ConfirmationEvidence): void {
    this.add({ kind: 'confirmation', scenario: this.current(), confirmation });
  }

  current(): string {
    return this.#scenario ?? '';
  }

  #message(direction: 'sent' | 'received', link: string, text: string, faults: readonly string[]): string {
    const exchange = `x${++this.#exchanges}`;
    const scenario = this.#scenario;
    const raw = Buffer.from(text).toString('base64');
    const more = scenario === undefined ? {} : { scenario };
    this.add({ kind: 'message', exchange, ...more, direction, link, raw, at: this.at(11), faults });
    return exchange;
  }
}
