import { wallClock } from '../base/clock.js';
import { processLag } from '../base/lag.js';
import type { Timer } from '../base/timer.js';
import type { Direction, Outcome } from '../evidence/exchange.js';
import type { Finding } from '../evidence/finding.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { LiveExchange } from './live-exchange.js';
import type { Role } from './simulator.js';

/** Told whenever something happened that an expectation may wait for. */
export type Watcher = () => void;

export interface MessageFacts {
  readonly scenario: string | undefined;
  readonly role: Role;
  readonly direction: Direction;
  readonly link: string;
  readonly raw: Buffer;
  readonly message: Message | undefined;
  readonly faults?: readonly string[];
}

/** Every message of a run, as it happens: kept for the scenarios that wait for it, and written to the journal at once. */
export class ExchangeBook {
  readonly #append: (entry: JournalEntry) => void;
  /** Under each scenario; a probe of an expectation looks at its own scenario's only, however long the run is. */
  readonly #exchanges = new Map<string | undefined, LiveExchange[]>();
  readonly #watchers = new Set<Watcher>();
  readonly #findings = new Map<string | undefined, Finding[]>();
  /** Scenario and link of what was no message. */
  readonly #disturbed = new Set<string>();
  readonly #timer: Timer;
  /** MSA-2 of acknowledgments that nobody waited for, and how many of each came. */
  readonly #surplus = new Map<string, number>();
  readonly #lag = processLag();
  #count = 0;

  constructor(append: (entry: JournalEntry) => void, timer: Timer) {
    this.#append = append;
    this.#timer = timer;
  }

  /** The exchanges of one scenario in the order in which they began. */
  of(scenario: string): readonly LiveExchange[] {
    return [...(this.#exchanges.get(scenario) ?? [])];
  }

  findingsOf(scenario: string): readonly Finding[] {
    return [...(this.#findings.get(scenario) ?? [])];
  }

  /** Calls `watcher` after every change until the returned function is called. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  begin(facts: MessageFacts): LiveExchange {
    const id = `x${++this.#count}`;
    const lagMs = Math.round(this.#lag.totalMs);
    const beganMs = this.#timer.now();
    const exchange = new LiveExchange({ ...facts, id, faults: facts.faults ?? [], beganMs, lagMs });
    addTo(this.#exchanges, exchange.scenario, exchange);
    this.#append({
      kind: 'message',
      exchange: exchange.id,
      ...scenarioOf(exchange.scenario),
      direction: exchange.direction,
      link: exchange.link,
      raw: exchange.raw.toString('base64'),
      at: wallClock().toISOString(),
      faults: exchange.faults,
      ...(lagMs > 0 && { lagMs }),
    });
    this.changed();
    return exchange;
  }

  /** A reply was read or written; the first of each stage counts. `afterMs`: since the message. */
  reply(exchange: LiveExchange, raw: Buffer, afterMs: number): void {
    const at = wallClock().toISOString();
    const parsed = parseMessage(raw);
    const message = parsed.kind === 'message' ? parsed.message : undefined;
    const acknowledgment = message && readAcknowledgment(message);
    const reply = {
      raw,
      at,
      afterMs,
      ...(message && { message }),
      ...(acknowledgment && { acknowledgment, code: acknowledgment.code, controlId: acknowledgment.controlId }),
    };
    const stage = stageOf(exchange, acknowledgment?.code ?? '');
    exchange[stage] ??= reply;
    this.#append({ kind: 'reply', exchange: exchange.id, stage, raw: raw.toString('base64'), at, afterMs });
    this.changed();
  }

  settle(exchange: LiveExchange, outcome: Outcome, detail = ''): void {
    const { id, faults } = exchange;
    this.#append({ kind: 'outcome', exchange: id, outcome, ...(faults.length > 0 && { faults: [...faults] }) });
    exchange.settle(outcome, detail);
    this.changed();
  }

  /** Whether bytes that are no message, or a connection that came to nothing, were seen on a link in a scenario. */
  isDisturbed(link: string, scenario: string): boolean {
    return this.#disturbed.has(`${scenario} ${link}`);
  }

  /** Bytes on a link that are no message. */
  wire(link: string, scenario: string | undefined, event: string, raw: Buffer): void {
    const at = wallClock().toISOString();
    this.#disturbed.add(`${scenario} ${link}`);
    this.#append({ kind: 'wire', link, ...scenarioOf(scenario), event, raw: raw.toString('base64'), at });
    this.changed();
  }

  /** What came on a link and answers no message that waits: an acknowledgment that came twice, or too late. */
  unsolicited(link: string, event: string, raw: Buffer): void {
    const parsed = event === 'frame' ? parseMessage(raw) : undefined;
    const named = parsed?.kind === 'message' ? readAcknowledgment(parsed.message)?.controlId : undefined;
    if (named !== undefined) this.#surplus.set(named, this.surplusFor(named) + 1);
    this.wire(link, undefined, `unsolicited ${event}`, raw);
  }

  /** How many acknowledgments named this control id although no message waited for them. */
  surplusFor(controlId: string): number {
    return this.#surplus.get(controlId) ?? 0;
  }

  finding(finding: Finding, scenario: string | undefined, exchange?: LiveExchange): void {
    addTo(this.#findings, scenario, finding);
    this.#append({ kind: 'finding', ...scenarioOf(scenario), ...(exchange && { exchange: exchange.id }), finding });
    this.changed();
  }

  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** In enhanced mode the letter before tells the two apart: C. accepts, A. is the application's. */
function stageOf(exchange: LiveExchange, code: string): 'accept' | 'application' {
  return exchange.request !== undefined && code.startsWith('A') ? 'application' : 'accept';
}

function scenarioOf(scenario: string | undefined): { readonly scenario?: string } {
  return scenario === undefined ? {} : { scenario };
}

function addTo<T>(lists: Map<string | undefined, T[]>, scenario: string | undefined, item: T): void {
  const list = lists.get(scenario);
  if (list) list.push(item);
  else lists.set(scenario, [item]);
}
