import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import type { Finding } from '../evidence/finding.js';
import type { AcknowledgmentCondition } from '../hl7/acknowledgment-condition.js';
import type { Message } from '../hl7/message.js';

/** Judges messages by the conformance profiles of a run. */
export interface MessageValidation {
  /** Ids of the profiles that the run has loaded. */
  readonly profiles: readonly string[];
  /** Whether an error in what the system under test sends fails the scenario. */
  readonly isBinding: boolean;
  /** By the profile that the configuration assigns to the links of that actor and that fits the message. */
  judge(role: Role, raw: Buffer): readonly Finding[];
  /** When the profile of the message foresees its acknowledgment; undefined where it does not say. */
  dueFor(role: Role, message: Message): AcknowledgmentCondition | undefined;
  /** By one profile; undefined where the run has none of that id. */
  judgeBy(profile: string, raw: Buffer): readonly Finding[] | undefined;
}

/** A finding about an exchange; `excused` ones are told and fail nobody. */
export interface ValidationFinding {
  readonly exchange: LiveExchange;
  readonly finding: Finding;
  readonly isExcused: boolean;
}

/**
 * What the profiles say of every message and acknowledgment of a scenario. The system under test answers for what it makes: an
 * error in what we send ourselves, or that it only passes on as we sent it, does not fail the scenario.
 */
export function validateExchanges(
  exchanges: readonly LiveExchange[],
  validation: MessageValidation,
): readonly ValidationFinding[] {
  const found: ValidationFinding[] = [];
  const ours = new Set<string>();
  for (const exchange of exchanges) {
    const isSent = exchange.direction === 'sent';
    for (const finding of validation.judge(exchange.role, exchange.raw)) {
      const key = fingerprint(finding);
      if (isSent) ours.add(key);
      found.push({ exchange, finding, isExcused: isSent || !validation.isBinding || ours.has(key) });
    }
    const replies = isSent ? [exchange.accept, exchange.application].filter((reply) => reply !== undefined) : [];
    found.push(...replies.flatMap(({ raw }) => validateReply(exchange, raw, validation)));
  }
  return found;
}

/** The reply to bytes that are no message has nothing to take its header from. */
function validateReply(
  exchange: LiveExchange,
  raw: Buffer,
  validation: MessageValidation,
): readonly ValidationFinding[] {
  const isExcused = !validation.isBinding || exchange.message === undefined;
  return validation
    .judge(exchange.role, raw)
    .map((finding) => ({ exchange, finding: { ...finding, about: 'reply' }, isExcused }));
}

function fingerprint({ code, path, actual }: Finding): string {
  return JSON.stringify([code, path, actual]);
}
