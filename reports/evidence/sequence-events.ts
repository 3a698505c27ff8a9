import type { Exchange, ReplyEvidence } from '../../src/evidence/exchange.js';
import type { RunManifest } from '../../src/evidence/journal-entry.js';
import type { ScenarioRecord } from '../../src/evidence/run-record.js';
import { partnerOn } from '../actors.js';
import { isError } from '../finding-tone.js';
import { duration } from '../times.js';
import { codeTone, outcomeWords } from './exchange-words.js';

/** Something on the time line of a scenario. `partner` is our actor; the other end is the system under test. */
export type SequenceEvent =
  | {
      readonly kind: 'arrow';
      readonly at: string;
      readonly partner: string;
      /** Towards the system under test, or away from it. */
      readonly towardsSut: boolean;
      readonly isReply: boolean;
      readonly label: string;
      readonly detail: string;
      readonly tone: 'ink' | 'good' | 'warn' | 'bad' | 'info';
      readonly exchange: string;
    }
  /** No reply came: the arrow that should have been there. */
  | {
      readonly kind: 'gap';
      readonly at: string;
      readonly partner: string;
      readonly label: string;
      readonly exchange: string;
    }
  /** What was done to the system under test, or seen on a link besides messages. */
  | { readonly kind: 'note'; readonly at: string; readonly partner?: string; readonly label: string };

/** What happened in a scenario in the order of real time. */
export function sequenceEvents(scenario: ScenarioRecord, manifest: RunManifest): readonly SequenceEvent[] {
  const events: SequenceEvent[] = [
    ...scenario.exchanges.flatMap((exchange) => exchangeEvents(exchange, manifest)),
    ...scenario.controls.map(({ action, at, detail }): SequenceEvent => {
      return { kind: 'note', at, label: detail === undefined ? action : `${action}: ${detail}` };
    }),
    ...scenario.wire.map(({ link, event, at }): SequenceEvent => {
      return { kind: 'note', at, partner: partnerOn(link, manifest), label: event };
    }),
  ];
  return events.sort((a, b) => a.at.localeCompare(b.at));
}

function exchangeEvents(exchange: Exchange, manifest: RunManifest): readonly SequenceEvent[] {
  const { id, direction, link, at, messageType, faults, findings, outcome, accept, application } = exchange;
  const partner = partnerOn(link, manifest, direction);
  const towardsSut = direction === 'sent';
  const label = messageType === '' ? 'not a message' : messageType;
  const detail = [id, ...faults.map((fault) => `fault ${fault}`)].join(', ');
  const tone = findings.some(isError) ? 'bad' : 'ink';
  const replies = [accept, application].filter((reply) => reply !== undefined);
  const message = {
    kind: 'arrow',
    at,
    partner,
    towardsSut,
    isReply: false,
    label,
    detail,
    tone,
    exchange: id,
  } as const;
  const gap = { kind: 'gap', at, partner, label: outcomeWords(outcome), exchange: id } as const;
  if (replies.length === 0) return outcome === 'none-expected' ? [message] : [message, gap];
  return [message, ...replies.map((reply) => replyEvent(reply, message))];
}

function replyEvent(reply: ReplyEvidence, message: Extract<SequenceEvent, { kind: 'arrow' }>): SequenceEvent {
  return {
    ...message,
    at: reply.at,
    towardsSut: !message.towardsSut,
    isReply: true,
    label: reply.code ?? 'no MSA',
    detail: duration(reply.afterMs),
    tone: codeTone(reply.code),
  };
}
