import type { Direction, Outcome, ReplyEvidence } from '../evidence/exchange.js';
import type { ReadAcknowledgment } from '../hl7/acknowledgment.js';
import { type AcknowledgmentRequest, acknowledgmentRequest } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import type { Role } from './simulator.js';

/** The reply to a message, as far as it can be read. */
export interface LiveReply extends ReplyEvidence {
  /** Absent where the reply is no HL7 message. */
  readonly message?: Message;
  readonly acknowledgment?: ReadAcknowledgment;
}

/** One message while the run goes on: it fills up as the reply and the outcome come in. */
export class LiveExchange {
  /** Absent for a message that a fault made unparsable. */
  readonly message: Message | undefined;
  readonly id: string;
  readonly scenario: string | undefined;
  /** The simulator whose link it travelled on. */
  readonly role: Role;
  readonly direction: Direction;
  readonly link: string;
  readonly raw: Buffer;
  readonly faults: string[];
  /** Monotonic real milliseconds at which it began. */
  readonly beganMs: number;
  /** For how long this process had been held up in all by then, in real milliseconds. */
  readonly lagMs: number;
  /** The one reply of original mode, or the accept acknowledgment of enhanced mode. */
  accept: LiveReply | undefined;
  /** The application acknowledgment of enhanced mode, on whatever connection it travelled. */
  application: LiveReply | undefined;
  outcome: Outcome | undefined;
  outcomeDetail = '';
  /** The connection was lost, or never made, before the last byte of the message was written. */
  neverLeft = false;
  /** Resolves when the outcome is known. */
  readonly settled: Promise<LiveExchange>;
  readonly #resolve: (exchange: LiveExchange) => void;

  constructor(facts: {
    readonly id: string;
    readonly scenario: string | undefined;
    readonly role: Role;
    readonly direction: Direction;
    readonly link: string;
    readonly raw: Buffer;
    readonly message: Message | undefined;
    readonly faults: readonly string[];
    readonly beganMs: number;
    readonly lagMs: number;
  }) {
    this.id = facts.id;
    this.scenario = facts.scenario;
    this.role = facts.role;
    this.direction = facts.direction;
    this.link = facts.link;
    this.raw = facts.raw;
    this.message = facts.message;
    this.faults = [...facts.faults];
    this.beganMs = facts.beganMs;
    this.lagMs = facts.lagMs;
    let resolve: (exchange: LiveExchange) => void = () => {};
    this.settled = new Promise((done) => {
      resolve = done;
    });
    this.#resolve = resolve;
  }

  /** The reply on the connection of the message where there was one, else the application acknowledgment. */
  get reply(): LiveReply | undefined {
    return this.accept ?? this.application;
  }

  /** What the message asks for in MSH-15 and MSH-16; undefined in original mode. */
  get request(): AcknowledgmentRequest | undefined {
    return this.message && acknowledgmentRequest(this.message);
  }

  settle(outcome: Outcome, detail: string): void {
    this.outcome = outcome;
    this.outcomeDetail = detail;
    this.#resolve(this);
  }
}
