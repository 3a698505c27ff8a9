import type { Exchange, Outcome, ReplyEvidence } from './exchange.js';
import type { Finding } from './finding.js';
import { acknowledgmentOf, headerOf } from './header.js';
import type { JournalEntry } from './journal-entry.js';

type MessageEntry = Extract<JournalEntry, { kind: 'message' }>;
type ReplyEntry = Extract<JournalEntry, { kind: 'reply' }>;

/** An exchange while its lines are still being read. */
export interface ExchangeDraft {
  readonly message: MessageEntry;
  accept?: ReplyEvidence;
  application?: ReplyEvidence;
  outcome?: Outcome;
  /** As they were when the outcome was known. */
  faults?: readonly string[] | undefined;
  readonly findings: Finding[];
}

export function draftExchange(message: MessageEntry): ExchangeDraft {
  return { message, findings: [] };
}

/** The first reply of a stage is the one that counts; what comes after it is a finding of the link, not a reply. */
export function addReply(draft: ExchangeDraft, entry: ReplyEntry): void {
  draft[entry.stage] ??= replyOf(entry);
}

export function finishExchange(draft: ExchangeDraft): Exchange {
  const { message, accept, application, outcome, findings } = draft;
  const raw = Buffer.from(message.raw, 'base64');
  return {
    id: message.exchange,
    ...(message.scenario === undefined ? {} : { scenario: message.scenario }),
    direction: message.direction,
    link: message.link,
    raw,
    at: message.at,
    ...(message.lagMs === undefined ? {} : { lagMs: message.lagMs }),
    ...headerOf(raw),
    faults: draft.faults ?? message.faults ?? [],
    ...(accept === undefined ? {} : { accept }),
    ...(application === undefined ? {} : { application }),
    ...(outcome === undefined ? {} : { outcome }),
    findings,
  };
}

function replyOf(entry: ReplyEntry): ReplyEvidence {
  const raw = Buffer.from(entry.raw, 'base64');
  return { raw, at: entry.at, afterMs: entry.afterMs, ...acknowledgmentOf(raw) };
}
