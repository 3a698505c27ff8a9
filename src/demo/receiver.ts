import { never } from '../base/never.js';
import type { Timer } from '../base/timer.js';
import { acknowledgment, acknowledgmentIds, type Verdict } from './acknowledgment.js';
import type { Place } from './append-log.js';
import { batchOf, messagesOf } from './batch.js';
import type { Defects } from './defects.js';
import { answersDue } from './enhanced-mode.js';
import { type Header, NO_HEADER, readHeader } from './header.js';
import type { Decision, Intake } from './intake.js';
import { LateWriting } from './late-writing.js';
import type { Log } from './log.js';
import type { MessageStore } from './message-store.js';
import { locationText } from './problem.js';
import { spoiledAcknowledgment } from './spoil/acknowledgments.js';
import type { Destination, StoredMessage } from './stored-message.js';

interface ReceiverParts {
  readonly intake: Intake;
  readonly store: MessageStore;
  readonly defects: Defects;
  readonly timer: Timer;
  readonly log: Log;
  /** Called for each message when it is safe, in the order of acceptance. */
  readonly dispatch: (stored: StoredMessage, place: Place) => void;
  /** Where application acknowledgments for this sender go; undefined where nobody has named its listener. */
  readonly returnTo: (sender: string) => Destination | undefined;
}

const ACCEPTED: Verdict = { code: 'AA', problems: [] };
const NOT_STORED: Verdict = { code: 'AR', problems: [{ code: '207', text: 'the message cannot be stored now' }] };
const TOO_LARGE: Verdict = {
  code: 'AR',
  problems: [{ code: '207', text: 'the message is larger than this engine takes' }],
};

/** Turns each frame into its acknowledgments: a good one only when the message is on the disk. */
export class Receiver {
  readonly #parts: ReceiverParts;
  readonly #nextId = acknowledgmentIds();
  readonly #late: LateWriting;
  readonly #counts = { received: 0, AA: 0, AE: 0, AR: 0, CA: 0, CE: 0, CR: 0, repeated: 0 };

  constructor(parts: ReceiverParts) {
    this.#parts = parts;
    this.#late = new LateWriting(parts.timer);
  }

  /** Frames since the start, and how they were answered. */
  get counts(): Readonly<Record<'received' | 'AA' | 'AE' | 'AR' | 'repeated', number>> {
    return { ...this.#counts };
  }

  /** The acknowledgments to send on the connection. Never rejects. */
  receive(raw: Buffer): Promise<readonly Buffer[]> {
    const messages = messagesOf(raw);
    return messages ? this.#receiveBatch(raw, messages) : this.#receiveOne(raw);
  }

  /** Each message by itself, in order, and one batch with all that is said about them. */
  async #receiveBatch(raw: Buffer, messages: readonly Buffer[]): Promise<readonly Buffer[]> {
    const answers = await Promise.all(messages.map((message) => this.#receiveOne(message)));
    const told = this.#parts.defects.has('answers-batch-once') ? answers.flat().slice(-1) : answers.flat();
    return this.#parts.defects.has('answers-batch-once') ? told : [batchOf(raw, told, this.#nextId())];
  }

  #receiveOne(raw: Buffer): Promise<readonly Buffer[]> {
    this.#counts.received++;
    const header = readHeader(raw);
    if (this.#parts.defects.has('phi-in-log')) this.#parts.log(`received ${patientLine(raw)}`);
    const decision = this.#parts.intake.decide(raw, header);
    switch (decision.kind) {
      case 'ignore':
        return this.#parts.defects.has('acks-an-ack') ? this.#answer(header, ACCEPTED) : this.#acceptOnly(header);
      case 'refuse':
        return this.#answer(header, this.#told(decision.verdict));
      case 'repeat':
        this.#counts.repeated++;
        return this.#whenSafe(header, decision, (whenSafe) => this.#parts.store.afterAllBefore(whenSafe));
      case 'keep':
        return this.#keep(header, decision);
      default:
        return never(decision);
    }
  }

  tooLarge(head: Buffer): Promise<readonly Buffer[]> {
    this.#counts.received++;
    return this.#answer(readHeader(head), TOO_LARGE);
  }

  /** Keeps a message that no inbound connection waits for. Rejects where it cannot be stored. */
  keepAnswer(message: Omit<StoredMessage, 'number'>): Promise<void> {
    return new Promise((resolve, reject) => this.#write(message, (failure) => (failure ? reject(failure) : resolve())));
  }

  /** Writes what a defect has left unwritten. */
  flush(): void {
    this.#late.flush();
  }

  #keep(header: Header | undefined, decision: Extract<Decision, { kind: 'keep' }>): Promise<readonly Buffer[]> {
    const { message } = decision;
    if (this.#parts.defects.has('ack-before-store')) {
      this.#late.later(() => this.#write(message, () => {}));
      return this.#answer(header, ACCEPTED);
    }
    return this.#whenSafe(header, decision, (whenSafe) => this.#write(message, whenSafe));
  }

  #write(message: Omit<StoredMessage, 'number'>, whenSafe: (failure?: Error) => void): void {
    this.#parts.store.keep(message, (failure, stored, place) => {
      if (!failure) this.#parts.dispatch(stored, place);
      whenSafe(failure);
    });
  }

  #whenSafe(
    header: Header | undefined,
    { sequence, first }: Extract<Decision, { kind: 'keep' | 'repeat' }>,
    start: (whenSafe: (failure?: Error) => void) => void,
  ): Promise<readonly Buffer[]> {
    return new Promise((resolve) => {
      start((failure) => {
        if (failure) this.#parts.log(`the message log cannot be written: ${failure.message}`);
        const accepted = sequence === undefined ? ACCEPTED : { ...ACCEPTED, sequence };
        resolve(this.#answer(header, failure ? NOT_STORED : accepted, first));
      });
    });
  }

  /** An application acknowledgment gets the accept acknowledgment that it asks for (2.9.3), and nothing else. */
  async #acceptOnly(header: Header | undefined): Promise<readonly Buffer[]> {
    const reply = header && answersDue(header, ACCEPTED, this.#parts.defects).reply;
    if (header === undefined || reply?.code !== 'CA') return [];
    this.#counts.CA++;
    return [this.#made(header, reply)];
  }

  /** `first`: the header of a message in parts, which its application acknowledgment names. */
  async #answer(header: Header | undefined, verdict: Verdict, first = header): Promise<readonly Buffer[]> {
    this.#counts[verdict.code]++;
    if (verdict.code !== 'AA') this.#parts.log(refusalLine(header, verdict));
    const trigger = header ?? NO_HEADER;
    const { reply, application } = answersDue(trigger, verdict, this.#parts.defects);
    const replies = reply ? [this.#made(trigger, reply)] : [];
    return application ? this.#withApplication(first ?? trigger, application, replies) : replies;
  }

  /** The accept acknowledgment goes out when the application's is safe too, so that a crash in between loses neither. */
  async #withApplication(trigger: Header, verdict: Verdict, replies: readonly Buffer[]): Promise<readonly Buffer[]> {
    const to = this.#parts.returnTo(trigger.component(3, 1));
    const raw = this.#made(trigger, verdict, to ? 'AL' : 'NE');
    if (to === undefined) return [...replies, raw];
    const kept = this.keepAnswer({ to: [to], splices: [], patient: '', raw });
    return kept.then(
      () => replies,
      (failure: Error) => {
        this.#parts.log(`an application acknowledgment cannot be written: ${failure.message}`);
        return [];
      },
    );
  }

  #made(trigger: Header, verdict: Verdict, asks?: string): Buffer {
    const bytes = acknowledgment(trigger, verdict, this.#nextId(), asks);
    return spoiledAcknowledgment(bytes, trigger, this.#parts.defects);
  }

  /** What the sender is told of a refusal. */
  #told(verdict: Verdict): Verdict {
    return this.#parts.defects.has('always-aa') ? ACCEPTED : verdict;
  }
}

/** What no log may hold. */
function patientLine(raw: Buffer): string {
  return /(?:^|\r)(PID[^\r]*)/.exec(raw.toString('latin1'))?.[1] ?? 'nobody';
}

/** Type, code and place, never a value. */
function refusalLine(header: Header | undefined, { code, problems }: Verdict): string {
  const type = (header?.field(9) ?? '').replace(/[^A-Z0-9^_]/g, '').slice(0, 15);
  const errors = problems.map(({ code: error, at }) => `${error}${at ? ` at ${locationText(at)}` : ''}`);
  return `${type || 'a message'} answered ${code}: ${errors.slice(0, 5).join(', ')}`;
}
