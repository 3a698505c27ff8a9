import type { Finding } from '../evidence/finding.js';
import { type AcknowledgmentCode, type AcknowledgmentError, acknowledge } from '../hl7/acknowledgment.js';
import { isDue } from '../hl7/acknowledgment-condition.js';
import { acknowledgmentRequest, asking } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import { foreseenReply } from './foreseen-reply.js';
import type { AcknowledgmentPolicy } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import { OpenAcknowledgments } from './open-acknowledgments.js';
import { type Answering, type Asker, answer } from './reply.js';
import type { SimulatorTools } from './simulator.js';

export interface DeskParts extends Omit<Answering, 'sendLater'> {
  /** Of the listener; original mode where absent. */
  readonly policy: AcknowledgmentPolicy | undefined;
  /** Whether there is a connection of our own to send on. */
  readonly canSend: () => boolean;
  readonly send: (message: Message, asker: Asker) => readonly Promise<LiveExchange>[];
  /** A message of ours has got its application acknowledgment. */
  readonly onAcknowledged: (exchange: LiveExchange) => void;
}

/** What an endpoint does with acknowledgments: gives those that are due, and credits those that come by themselves. */
export class AcknowledgmentDesk {
  readonly #parts: DeskParts;
  readonly #open = new OpenAcknowledgments();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** A message of ours is about to be written. */
  expect(exchange: LiveExchange): void {
    this.#open.expect(exchange);
  }

  /** Credits an acknowledgment that came by itself to the message that it names; false where there is none that lacks it. */
  credit(acknowledgment: Message): boolean {
    const { book, timer, onAcknowledged } = this.#parts;
    const exchange = this.#open.find(acknowledgment);
    if (exchange === undefined) return false;
    book.reply(exchange, acknowledgment.serialize(), timer.now() - exchange.beganMs);
    if (exchange.application) onAcknowledged(exchange);
    return true;
  }

  /** Gives a simulator's reply in the way that the link's policy and the message ask for. */
  answer(reply: Message, asker: Asker): void {
    const { policy = { mode: 'original' }, book, canSend } = this.#parts;
    const isBound = policy.mode === 'enhanced' && !canSend();
    const plan = foreseenReply(
      asker.message,
      reply,
      isBound ? { ...policy, applicationOn: 'same-connection' } : policy,
    );
    if ('kind' in plan) book.settle(asker.exchange, 'none-expected', plan.reason);
    else this.#answer(onConnection(numbered(reply, asker), asker, policy), asker, plan);
  }

  /** Acknowledges a message that no simulator sees: positively, or with an error; in enhanced mode as its acceptance. */
  acknowledgeOnly(asker: Asker, tools: SimulatorTools, error?: AcknowledgmentError): void {
    const { policy } = this.#parts;
    const { message } = asker;
    const request = policy?.mode === 'enhanced' ? acknowledgmentRequest(message) : undefined;
    const code = `${request ? 'C' : 'A'}${error ? 'E' : 'A'}` as AcknowledgmentCode;
    const controlId = tools.mint('accept', message.controlId);
    const reply = acknowledge(message, {
      code,
      ...tools.self,
      controlId,
      at: tools.now,
      ...(error && { errors: [error] }),
    });
    const isGiven = policy?.mode !== 'none' && (request === undefined || isDue(request.accept, code));
    this.#answer(numbered(reply, asker), asker, { send: isGiven ? 'reply' : 'nothing' });
  }

  /**
   * An application acknowledgment came as a message of its own. It gets the accept acknowledgment that it asks for and nothing else:
   * whoever acknowledged acknowledgments would never end.
   */
  receive(asker: Asker, tools: SimulatorTools): void {
    const { book } = this.#parts;
    const { message, exchange } = asker;
    if (!this.credit(message)) book.finding(UNSOLICITED, exchange.scenario, exchange);
    const request = acknowledgmentRequest(message);
    if (request && request.application !== 'NE') book.finding(ASKS_FOR_MORE, exchange.scenario, exchange);
    if (request === undefined || !isDue(request.accept, 'CA')) {
      book.settle(exchange, 'none-expected', 'an acknowledgment is not acknowledged');
      return;
    }
    const controlId = tools.mint('accept', message.controlId);
    this.#answer(acknowledge(message, { code: 'CA', ...tools.self, controlId, at: tools.now }), asker, {
      send: 'reply',
    });
  }

  #answer(reply: Message, asker: Asker, plan: Parameters<typeof answer>[2]): void {
    answer(reply, asker, plan, { ...this.#parts, sendLater: (message, to) => this.#sendLater(message, to) });
  }

  /**
   * On our own connection it is the first message of an exchange of its own, so it asks for an accept acknowledgment: but of nobody
   * who speaks original mode, where acknowledgments get none and all behind it would wait.
   */
  #sendLater(message: Message, asker: Asker): void {
    const { book, timer, send } = this.#parts;
    const accept = acknowledgmentRequest(asker.message) === undefined ? 'NE' : 'AL';
    for (const posted of send(asking(message, { accept, application: 'NE' }), asker)) {
      void posted.then(({ raw }) => book.reply(asker.exchange, raw, timer.now() - asker.exchange.beganMs));
    }
  }
}

function numbered(reply: Message, { sequence }: Asker): Message {
  return sequence === undefined ? reply : reply.with('MSA-4', `${sequence}`);
}

/** In original mode the one reply names the part on whose connection it travels. */
function onConnection(reply: Message, { message, isLastPart }: Asker, { mode }: AcknowledgmentPolicy): Message {
  return isLastPart && mode === 'original' ? reply.with('MSA-2', message.controlId) : reply;
}

const UNSOLICITED: Finding = {
  section: 'acknowledgment',
  classification: 'Alert',
  category: 'Acknowledgment',
  code: 'acknowledgment-unsolicited',
  message: 'the acknowledgment names no message that waits for it: MSA-2 is wrong, or it came twice',
};

const ASKS_FOR_MORE: Finding = {
  section: 'acknowledgment',
  classification: 'Warning',
  category: 'Acknowledgment',
  code: 'acknowledgment-asks-acknowledgment',
  path: 'MSH[1]-16[1]',
  rule: 'HL7 v2.5.1 §2.9.3',
  message: 'an application acknowledgment asks for an application acknowledgment',
  expected: 'NE',
  actual: 'another condition',
};
