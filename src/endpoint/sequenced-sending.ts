import type { Finding } from '../evidence/finding.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import type { MllpClient, ReplyResult } from '../mllp/client.js';
import { SequenceLine } from './sequence-line.js';

/** The sequence number protocol on a client: numbers, the beginning of the link, and what its acknowledgments say. */
export class SequencedSending {
  readonly #line: SequenceLine;

  constructor(client: MllpClient, onFinding: (finding: Finding) => void) {
    this.#line = new SequenceLine({
      transmit: async (message) => expectedIn(await client.request(message.serialize())),
      onFrozen: (why) => onFinding({ ...FROZEN, message: `${FROZEN.message}: ${why}` }),
    });
  }

  /** The message with its number. */
  number(message: Message): Message {
    return this.#line.number(message);
  }

  /** Begins the link with the first message. What became of a message that cannot leave; undefined where it can. */
  async refusal(message: Message | undefined): Promise<ReplyResult | undefined> {
    if (message && Number(message.get('MSH-13') ?? 0) > 0) await this.#line.open(message);
    if (!this.#line.isFrozen) return undefined;
    return { kind: 'lost', reason: { kind: 'local', detail: FROZEN.message }, sent: false };
  }

  async heard(message: Message | undefined, result: ReplyResult): Promise<void> {
    if (message) await this.#line.heard(message, expectedIn(result));
  }
}

/** MSA-4. */
function expectedIn(result: ReplyResult): number | undefined {
  const parsed = result.kind === 'reply' ? parseMessage(result.payload) : undefined;
  const text = parsed?.kind === 'message' ? parsed.message.get('MSA-4') : undefined;
  return text === undefined || !/^-?\d+$/.test(text) ? undefined : Number(text);
}

const FROZEN: Finding = {
  section: 'acknowledgment',
  classification: 'Error',
  category: 'Sequence',
  code: 'sequence-frozen',
  path: 'MSA[1]-4[1]',
  rule: 'HL7 v2.5.1 §2.10.1',
  message: 'the link is frozen: the two systems do not agree on the number of the last message',
};
