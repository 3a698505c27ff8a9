import type { Timer } from '../base/timer.js';
import type { Finding } from '../evidence/finding.js';
import type { AcknowledgmentError } from '../hl7/acknowledgment.js';
import { Joinery } from '../hl7/fragments.js';
import type { Message } from '../hl7/message.js';
import type { AcknowledgmentDesk } from './acknowledgment-desk.js';
import type { ExchangeBook } from './exchange-book.js';
import type { Asker } from './reply.js';
import { SequenceDesk } from './sequence-desk.js';
import type { SimulatorTools } from './simulator.js';

/** Nominal milliseconds that the next part of a message may take. */
const PART_MS = 60_000;

interface ProtocolParts {
  readonly desk: AcknowledgmentDesk;
  readonly book: ExchangeBook;
  readonly timer: Timer;
  /** Whether MSH-13 is minded. */
  readonly isSequenced: boolean;
}

/** What stands between a message that came and the simulator: sequence numbers, and messages in parts. */
export class ProtocolDesk {
  readonly #parts: ProtocolParts;
  readonly #sequence = new SequenceDesk();
  readonly #joinery = new Joinery();

  constructor(parts: ProtocolParts) {
    this.#parts = parts;
  }

  /** The message for the simulator, and who waits for what it says; undefined where all is answered already. */
  take(asker: Asker, tools: SimulatorTools): { readonly message: Message; readonly asker: Asker } | undefined {
    const { desk, isSequenced } = this.#parts;
    const number = isSequenced ? this.#sequence.take(asker.message) : ({ kind: 'none' } as const);
    if (number.kind === 'none') return this.#join(asker, tools);
    const numbered = { ...asker, sequence: number.told };
    if (number.kind === 'next') return this.#join(numbered, tools);
    const text = `the sequence number ${number.told} is expected`;
    const error: AcknowledgmentError = {
      code: '207',
      severity: 'E',
      userMessage: text,
      location: { segment: 'MSH', sequence: 1, field: 13 },
    };
    desk.acknowledgeOnly(numbered, tools, number.kind === 'wrong' ? error : undefined);
    return undefined;
  }

  #join(asker: Asker, tools: SimulatorTools): { readonly message: Message; readonly asker: Asker } | undefined {
    const { message } = asker;
    const verdict = this.#joinery.take(message);
    switch (verdict.kind) {
      case 'whole':
        return { message, asker };
      case 'last':
        return { message: verdict.joined, asker: { ...asker, isLastPart: true } };
      case 'part':
        this.#limit(asker);
        this.#parts.desk.acknowledgeOnly(asker, tools);
        return undefined;
      case 'astray': {
        const location = { segment: 'MSH', sequence: 1, field: 14 };
        const userMessage = 'the part before this one is not there';
        this.#parts.desk.acknowledgeOnly(asker, tools, { code: '100', severity: 'E', userMessage, location });
        return undefined;
      }
    }
  }

  /** A message that does not go on is given up (chapter 2, 2.10.2.2). */
  #limit({ message, exchange }: Asker): void {
    const pointer = message.get('DSC-1') ?? '';
    const { book, timer } = this.#parts;
    const expire = (): void => {
      if (this.#joinery.discard(pointer)) book.finding(NEVER_CONTINUED, exchange.scenario, exchange);
    };
    timer.after(PART_MS, expire, { background: true });
  }
}

const NEVER_CONTINUED: Finding = {
  section: 'acknowledgment',
  classification: 'Alert',
  category: 'Continuation',
  code: 'message-not-continued',
  path: 'DSC[1]-1[1]',
  rule: 'HL7 v2.5.1 §2.10.2',
  message: 'a part of a message announced another, which never came: what had come was given up',
};
