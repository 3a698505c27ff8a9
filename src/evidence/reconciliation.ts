import type { Accounted } from './accounting.js';
import { allExchanges } from './all-exchanges.js';
import type { Exchange } from './exchange.js';
import { oncePerRun } from './once-per-run.js';
import { accountingOf } from './run-accounting.js';
import type { RunRecord } from './run-record.js';

/** Counts of distinct messages, told apart by MSH-9 and MSH-10: a message sent again under its own id counts once. */
export interface ReconciliationCounts {
  readonly sent: number;
  /** Answered with AA or CA at least once. */
  readonly acknowledged: number;
  /** Answered with another code, and never accepted. */
  readonly refused: number;
  /** Never answered. */
  readonly unanswered: number;
  /** Seen by one of our actors on the far side of the system under test. */
  readonly delivered: number;
  readonly missing: number;
  readonly doubled: number;
}

export interface ReconciliationRow extends ReconciliationCounts {
  readonly messageType: string;
}

export interface Reconciliation {
  /**
   * Whether the system under test passes messages on (an engine between our actors). Where it is an actor itself
   * nothing comes out under the id that went in, so `delivered`, `missing` and `doubled` are 0 and mean nothing.
   */
  readonly passesOn: boolean;
  readonly rows: readonly ReconciliationRow[];
  readonly total: ReconciliationCounts;
  /** Accepted, and seen nowhere on the far side. The first exchange of each. */
  readonly missing: readonly Exchange[];
  /** Deliveries on one link of a message that had been acknowledged on that link before. */
  readonly doubled: readonly Exchange[];
  /** Messages from the system under test whose id no actor of ours had sent: its own, or changed on the way. */
  readonly unknownOrigin: readonly Exchange[];
}

/** The journey of one message through the system under test. */
interface Journey {
  readonly first: Exchange;
  readonly sends: Exchange[];
  readonly deliveries: Exchange[];
}

/** With what the accounting of the run says of it. */
interface ToldJourney extends Journey {
  readonly isMissing: boolean;
  /** Those of its deliveries that should not have been. */
  readonly doubled: readonly Exchange[];
}

/**
 * Follows each message of the run through the system under test by its message type and control id. An engine that
 * gives messages a new MSH-10 makes all of them `missing` and `unknownOrigin`, which is what a reviewer should ask about.
 */
export const reconcile = oncePerRun((run: RunRecord): Reconciliation => {
  const passesOn = run.manifest.sut.role === 'engine';
  const exchanges = allExchanges(run);
  const wrong = accountingOf(run)?.wrong ?? [];
  const doubled = idsOf(wrong, 'duplicated');
  const lost = idsOf(wrong, 'lost');
  const journeys = journeysOf(exchanges).map((journey) => told(journey, doubled, lost));
  const known = new Set(journeys.flatMap((journey) => journey.deliveries));
  const far = exchanges.filter((exchange) => exchange.direction === 'received');
  return {
    passesOn,
    rows: rowsOf(journeys, passesOn),
    total: count(journeys, passesOn),
    missing: journeys.filter(({ isMissing }) => isMissing).map((journey) => journey.first),
    doubled: journeys.flatMap((journey) => journey.doubled),
    unknownOrigin: passesOn ? far.filter((exchange) => !known.has(exchange)) : [],
  };
});

function told(journey: Journey, doubled: ReadonlySet<string>, lost: ReadonlySet<string>): ToldJourney {
  return {
    ...journey,
    isMissing: lost.has(journey.first.id),
    doubled: journey.deliveries.filter((delivery) => doubled.has(delivery.id)),
  };
}

function idsOf(wrong: readonly Accounted[], kind: Accounted['kind']): ReadonlySet<string> {
  return new Set(wrong.filter((one) => one.kind === kind).map(({ exchange }) => exchange.id));
}

function journeysOf(exchanges: readonly Exchange[]): readonly Journey[] {
  const journeys = new Map<string, Journey>();
  for (const exchange of exchanges) {
    if (exchange.direction !== 'sent') continue;
    const journey = journeys.get(keyOf(exchange));
    if (journey === undefined) journeys.set(keyOf(exchange), { first: exchange, sends: [exchange], deliveries: [] });
    else journey.sends.push(exchange);
  }
  for (const exchange of exchanges) {
    if (exchange.direction === 'received') journeys.get(keyOf(exchange))?.deliveries.push(exchange);
  }
  return [...journeys.values()];
}

/** A message without a control id cannot be followed: it stands for itself. */
function keyOf(exchange: Exchange): string {
  return exchange.controlId === '' ? exchange.id : `${exchange.messageType} ${exchange.controlId}`;
}

function rowsOf(journeys: readonly ToldJourney[], passesOn: boolean): readonly ReconciliationRow[] {
  const types = new Set(journeys.map((journey) => journey.first.messageType));
  return [...types].sort().map((messageType) => ({
    messageType,
    ...count(
      journeys.filter((journey) => journey.first.messageType === messageType),
      passesOn,
    ),
  }));
}

function count(journeys: readonly ToldJourney[], passesOn: boolean): ReconciliationCounts {
  const number = (test: (journey: ToldJourney) => boolean): number => journeys.filter(test).length;
  return {
    sent: journeys.length,
    acknowledged: number(isAccepted),
    refused: number((journey) => !isAccepted(journey) && journey.sends.some((send) => codesOf(send).length > 0)),
    unanswered: number((journey) => journey.sends.every((send) => codesOf(send).length === 0)),
    delivered: passesOn ? number((journey) => journey.deliveries.length > 0) : 0,
    missing: number(({ isMissing }) => isMissing),
    doubled: number((journey) => journey.doubled.length > 0),
  };
}

function isAccepted(journey: Journey): boolean {
  return journey.sends.some(wasAccepted);
}

function wasAccepted(exchange: Exchange): boolean {
  return codesOf(exchange).some((code) => code === 'AA' || code === 'CA') && !codesOf(exchange).some(isRefusal);
}

/** CA followed by AE or AR: safe on the other side, and refused all the same. */
function isRefusal(code: string): boolean {
  return code !== 'AA' && code !== 'CA';
}

function codesOf(exchange: Exchange): readonly string[] {
  return [exchange.accept?.code, exchange.application?.code].filter((code) => code !== undefined);
}
