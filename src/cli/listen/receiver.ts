import { wallClock } from '../../base/clock.js';
import { mint } from '../../base/mint.js';
import type { FaultBox } from '../../endpoint/fault-box.js';
import type { ReplyPlan } from '../../faults/fault.js';
import { type AcknowledgmentCode, type AcknowledgmentError, acknowledge } from '../../hl7/acknowledgment.js';
import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';
import type { InboxFolder } from './inbox-folder.js';
import type { ListenOptions } from './options.js';
import type { ListenLine } from './print.js';

/** What a payload leads to: a line for the person, and what is to be done on the connection. */
export interface Received {
  readonly line: ListenLine;
  readonly answer?: Answer;
}

/** `payload` is absent where nothing is to be written. */
export interface Answer {
  readonly payload?: Buffer;
  readonly plan: ReplyPlan;
  /** The application acknowledgment behind an accept acknowledgment; on this connection, since a listener has no other. */
  readonly later?: Buffer;
}

interface Saved {
  readonly file?: string;
  readonly trouble?: string;
}

/** Takes payloads in: saves, counts and answers them. Sockets are somebody else's. */
export class Receiver {
  readonly #ack: ListenOptions['ack'];
  readonly #folder: InboxFolder | undefined;
  readonly #faults: FaultBox;
  readonly #startedAt = wallClock();
  #count = 0;

  constructor(ack: ListenOptions['ack'], folder: InboxFolder | undefined, faults: FaultBox) {
    this.#ack = ack;
    this.#folder = folder;
    this.#faults = faults;
  }

  get count(): number {
    return this.#count;
  }

  receive(payload: Buffer, from: string): Received {
    const number = ++this.#count;
    const result = parseMessage(payload);
    const message = result.kind === 'message' ? result.message : undefined;
    const saved = this.#save(payload, message?.controlId ?? '');
    const reason = result.kind === 'malformed' ? result.defects.map((defect) => defect.reason).join('; ') : undefined;
    const trouble = [reason && `no readable message: ${reason}`, saved.trouble].filter((text) => text !== undefined);
    const { code, faults, answer } = message ? this.#answer(message, saved, number) : UNANSWERED;
    return {
      line: {
        kind: 'message',
        number,
        type: message?.rawText('MSH-9') ?? '',
        controlId: message?.controlId ?? '',
        bytes: payload.length,
        acknowledgment: code,
        faults,
        from,
        observations: message?.observations.map((observation) => observation.code) ?? [],
        ...(saved.file !== undefined && { file: saved.file }),
        ...(trouble.length > 0 && { trouble: trouble.join('; ') }),
      },
      ...(answer && { answer }),
    };
  }

  #save(payload: Buffer, controlId: string): Saved {
    try {
      const file = this.#folder?.save(payload, controlId);
      return file === undefined ? {} : { file };
    } catch (error) {
      return { trouble: `not saved: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  #answer(message: Message, saved: Saved, number: number): Given {
    // Whoever answers acknowledgments goes on for ever with another who does.
    if (this.#ack === 'none' || message.type.code === 'ACK') return UNANSWERED;
    const honest = saved.trouble === undefined ? this.#ack : 'AR';
    const own = this.#reply(message, honest, this.#errors(saved), number);
    const { plan, faults } = this.#faults.reply(message, own.serialize());
    const { later } = plan;
    const answer = {
      plan,
      ...this.#payload(plan.send, own, message, number),
      ...(later && { later: this.#payload(later.send, own, message, number).payload ?? own.serialize() }),
    };
    return { code: codeOf(plan.send, honest), faults, answer };
  }

  #payload(send: ReplyPlan['send'], own: Message, message: Message, number: number): { readonly payload?: Buffer } {
    if (send === 'nothing') return {};
    if (send === 'reply') return { payload: own.serialize() };
    if (Buffer.isBuffer(send)) return { payload: send };
    const { code, error } = send;
    return { payload: this.#reply(message, code, error ? [error] : [], number).serialize() };
  }

  /** A message that could not be saved is not accepted, whatever was asked for. */
  #errors(saved: Saved): readonly AcknowledgmentError[] {
    if (saved.trouble !== undefined) return [{ code: '207', userMessage: 'the message could not be saved' }];
    if (this.#ack === 'AA') return [];
    return [{ code: '207', userMessage: `pipehat listen answers ${this.#ack} to every message` }];
  }

  #reply(message: Message, code: AcknowledgmentCode, errors: readonly AcknowledgmentError[], number: number): Message {
    const at = wallClock();
    const controlId = mint('L', 15, this.#startedAt.toISOString(), process.pid, number, code[0] ?? '');
    return acknowledge(message, { code, application: 'PIPEHAT', facility: 'PHGH', controlId, at, errors });
  }
}

interface Given {
  readonly code: AcknowledgmentCode | 'none';
  readonly faults: readonly string[];
  readonly answer?: Answer;
}

function codeOf(send: ReplyPlan['send'], honest: AcknowledgmentCode): Given['code'] {
  if (send === 'nothing') return 'none';
  return send === 'reply' || Buffer.isBuffer(send) ? honest : send.code;
}

const UNANSWERED: Given = { code: 'none', faults: [] };
