import { onTestFinished } from 'vitest';
import { MessageClock } from '../../base/clock.js';
import { realTimer, type Timer } from '../../base/timer.js';
import type { JournalEntry } from '../../evidence/journal-entry.js';
import type { AcknowledgmentCondition } from '../../hl7/acknowledgment-condition.js';
import type { Message } from '../../hl7/message.js';
import { Endpoint } from '../endpoint.js';
import { ExchangeBook } from '../exchange-book.js';
import type { AcknowledgmentPolicy, OutboundLink } from '../link.js';
import type { LiveExchange } from '../live-exchange.js';
import type { Scene, Scenes } from '../scene.js';
import type { Effect, Simulator, SimulatorEvent, SimulatorTools } from '../simulator.js';
import { acknowledgmentOf, update } from './far-end.js';

const START = new Date('2026-03-01T08:00:00Z');

/** What was seen at a key, in order. */
export type Seen = readonly string[];

/** Sends the named updates, or whatever the test wants. */
export type Order = { readonly send: readonly string[] } | { readonly effects: readonly Effect[] };

type Script = (event: SimulatorEvent<Order>, tools: SimulatorTools) => readonly Effect[] | undefined;

/** A tiny simulator: it remembers what it sees by patient, acknowledges what comes, and does besides what the script says. */
function diary(script: Script): Simulator<Seen, Order> {
  return {
    role: 'lis',
    initial: () => [],
    keyOf: (event) => ('message' in event ? patientOf(event.message) : 'sent' in event ? patientOf(event.sent) : 'p1'),
    step: (seen, event, tools) => ({
      state: [...seen, describe(event)],
      effects: script(event, tools) ?? honest(event),
    }),
  };
}

function honest(event: SimulatorEvent<Order>): readonly Effect[] {
  if (event.kind === 'received') return [{ kind: 'reply', message: acknowledgmentOf(event.message) }];
  if (event.kind !== 'command') return [];
  if ('effects' in event.command) return event.command.effects;
  return event.command.send.map((id) => ({ kind: 'send', message: update(id, 'p1', 'LIS') }));
}

function patientOf(message: Message): string {
  return message.get('PID-3') ?? '';
}

function describe(event: SimulatorEvent<Order>): string {
  switch (event.kind) {
    case 'command':
      return 'command';
    case 'received':
      return `received ${event.message.controlId}`;
    case 'answered':
      return `answered ${event.sent.controlId} ${event.reply.get('MSA-1')}`;
    case 'unanswered':
      return `unanswered ${event.sent.controlId}: ${event.reason}`;
    case 'timer':
      return `timer ${event.name} ${event.data ?? ''}`.trim();
  }
}

/** Scenes by the beginning of the control id: `s1-...` belongs to scenario s1, anything else to nobody. */
class ScenesById implements Scenes {
  readonly #known = new Map<string, Scene & { closed: boolean }>();
  readonly claimed: string[] = [];

  scene(id: string): Scene & { closed: boolean } {
    const known = this.#known.get(id) ?? this.#make(id);
    this.#known.set(id, known);
    return known;
  }

  ofMessage(message: Message): Scene {
    const [, id] = /^(s\d+)-/.exec(message.controlId) ?? [];
    return id === undefined ? this.#make(undefined) : this.scene(id);
  }

  current(): Scene {
    return this.scene('s1');
  }

  #make<Id extends string | undefined>(id: Id) {
    const clock = new MessageClock(START);
    const claim = (identifier: string): void => void this.claimed.push(identifier);
    return { id, key: ['seed', id ?? 'nobody'], clock, startedAt: START, dialect: {}, closed: false, claim } as never;
  }
}

export interface PlayOptions {
  readonly script?: Script;
  /** The port of the system under test; absent: the endpoint has no way out. */
  readonly to?: number;
  readonly link?: Partial<OutboundLink>;
  /** When acknowledgments are due, on both links; always where absent. */
  readonly due?: AcknowledgmentCondition;
  /** Of the listener; original mode where absent. */
  readonly inbound?: AcknowledgmentPolicy;
  /** Whether its listener minds MSH-13. */
  readonly sequence?: boolean;
  /** Whether it has a second port. */
  readonly standby?: boolean;
  /** Closed by the test itself, and remembered by nobody. */
  readonly isLeftToTheTest?: true;
  /** The real one, at the scale, where absent. */
  readonly timer?: Timer;
  /** Of the endpoint's timer; 1 where absent. */
  readonly timeScale?: number;
}

/** An endpoint with an open listener, what it wrote to the journal, and ways to wait for things. */
export async function played(options: PlayOptions = {}) {
  const { script = () => undefined, to, link = {}, due, timeScale = 1 } = options;
  const entries: JournalEntry[] = [];
  const { timer = realTimer(timeScale) } = options;
  const book = new ExchangeBook((entry) => entries.push(entry), timer);
  const scenes = new ScenesById();
  const self = { application: 'LIS', facility: 'X' };
  const identity = { self, peer: self, processingId: 'T', version: '2.5.1', orderAnswer: 'own-message' } as const;
  const original = { mode: 'original', ...(due && { due: () => due }) } as const;
  const acknowledgment = options.inbound ?? original;
  const inbound = {
    host: '127.0.0.1',
    port: 0,
    ...(options.standby && { standbyPort: 0 }),
    ...(options.sequence && { sequence: true }),
    idleInFrameMs: 60_000,
    acknowledgment,
  };
  const endpoint = new Endpoint({ simulator: diary(script), identity, inbound, scenes, book, timer });
  const opened = await endpoint.open();
  if (opened.kind === 'failed') throw new Error(opened.message);
  if (!options.isLeftToTheTest) onTestFinished(() => endpoint.close());
  const usual = { connection: 'kept-open', depth: 1, connectTimeoutMs: 20_000, replyTimeoutMs: 20_000 } as const;
  if (to !== undefined) {
    endpoint.connect({ host: '127.0.0.1', port: to, ...usual, acknowledgment: original, ...link });
  }
  /** Resolves with the first value that is neither undefined nor false, looked for after each thing that happens. */
  const until = <T>(look: () => T | undefined | false): Promise<T> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = look();
        if (found === undefined || found === false) return;
        stop();
        resolve(found);
      };
      const stop = book.watch(check);
      check();
    });
  const findings = (): readonly string[] =>
    entries.flatMap((entry) => (entry.kind === 'finding' ? [`${entry.scenario ?? '-'} ${entry.finding.code}`] : []));
  const wire = (): readonly string[] => entries.flatMap((entry) => (entry.kind === 'wire' ? [entry.event] : []));
  const kinds = (): readonly string[] => entries.map(({ kind }) => kind);
  /** Sends updates under these ids and waits until what became of each is known. */
  const send = async (...ids: readonly string[]): Promise<readonly LiveExchange[]> =>
    settled(endpoint.command({ send: ids }, scenes.scene('s1')));
  return { endpoint, book, scenes, entries, until, findings, wire, kinds, send, port: endpoint.port ?? 0 };
}

export type Played = Awaited<ReturnType<typeof played>>;

export async function settled(posted: readonly Promise<LiveExchange>[]): Promise<readonly LiveExchange[]> {
  const begun = await Promise.all(posted);
  return Promise.all(begun.map((exchange) => exchange.settled));
}
