import { wallClock } from '../../base/clock.js';
import { mint } from '../../base/mint.js';
import { type AcknowledgmentError, acknowledge } from '../../hl7/acknowledgment.js';
import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';
import type { ListenOptions } from '../listen.js';
import type { InboxFolder } from './inbox-folder.js';
import type { ListenLine } from './print.js';

/** What a payload leads to: a line for the person, and a reply where one is due. */
export interface Received {
  readonly line: ListenLine;
  readonly reply?: Message;
}

type Answer = {
  readonly code: 'AA' | 'AE' | 'AR';
  readonly errors: readonly AcknowledgmentError[];
  readonly trouble?: string;
};

/** Takes payloads in: saves, counts and answers them. Sockets are somebody else's. */
export class Receiver {
  readonly #ack: ListenOptions['ack'];
  readonly #folder: InboxFolder | undefined;
  readonly #startedAt = wallClock();
  #count = 0;

  constructor(ack: ListenOptions['ack'], folder: InboxFolder | undefined) {
    this.#ack = ack;
    this.#folder = folder;
  }

  get count(): number {
    return this.#count;
  }

  receive(payload: Buffer, from: string): Received {
    const number = ++this.#count;
    const result = parseMessage(payload);
    const message = result.kind === 'message' ? result.message : undefined;
    const saved = this.#save(payload, message?.controlId ?? '');
    const common = {
      kind: 'message',
      number,
      bytes: payload.length,
      from,
      ...(saved.file && { file: saved.file }),
    } as const;
    if (message === undefined) {
      const reason = result.kind === 'malformed' ? result.defects.map((defect) => defect.reason).join('; ') : '';
      const trouble = [`no readable message: ${reason}`, ...(saved.trouble ? [saved.trouble] : [])].join('; ');
      return { line: { ...common, type: '', controlId: '', acknowledgment: 'none', observations: [], trouble } };
    }
    const answer = this.#answer(saved.trouble);
    return {
      line: {
        ...common,
        type: message.rawText('MSH-9') ?? '',
        controlId: message.controlId,
        acknowledgment: answer?.code ?? 'none',
        observations: message.observations.map(({ code }) => code),
        ...(saved.trouble && { trouble: saved.trouble }),
      },
      ...(answer && { reply: this.#reply(message, answer, number) }),
    };
  }

  #save(payload: Buffer, controlId: string): { readonly file?: string; readonly trouble?: string } {
    try {
      const file = this.#folder?.save(payload, controlId);
      return file === undefined ? {} : { file };
    } catch (error) {
      return { trouble: `not saved: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** A message that could not be saved is not accepted, whatever was asked for. */
  #answer(trouble: string | undefined): Answer | undefined {
    if (this.#ack === 'none') return undefined;
    if (trouble !== undefined)
      return { code: 'AR', errors: [{ code: '207', userMessage: 'the message could not be saved' }] };
    if (this.#ack === 'AA') return { code: 'AA', errors: [] };
    return {
      code: this.#ack,
      errors: [{ code: '207', userMessage: `pipehat listen answers ${this.#ack} to every message` }],
    };
  }

  #reply(message: Message, { code, errors }: Answer, number: number): Message {
    const at = wallClock();
    const controlId = mint('L', 15, this.#startedAt.toISOString(), process.pid, number);
    return acknowledge(message, { code, application: 'PIPEHAT', facility: 'PHGH', controlId, at, errors });
  }
}
