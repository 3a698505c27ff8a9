import { Joinery } from '../hl7/fragments.js';
import { parseMessage } from '../hl7/parse.js';
import type { Exchange } from './exchange.js';

/**
 * The exchanges of whole messages: the parts of one (DSC, MSH-14) become one exchange under the id of the first, with the bytes that they
 * make together and the acknowledgment of the last. What never went on, and what is only about sequence numbers (MSH alone, with 0 or -1
 * in MSH-13; chapter 2, 2.10.1), is no message that could be passed on.
 */
export function wholeMessages(exchanges: readonly Exchange[]): readonly Exchange[] {
  const links = new Map<string, LinkParts>();
  return exchanges.flatMap((exchange) => {
    const key = `${exchange.direction} ${exchange.link}`;
    const parts = links.get(key) ?? new LinkParts();
    links.set(key, parts);
    return parts.take(exchange) ?? [];
  });
}

/** What one link carries one way. */
class LinkParts {
  readonly #joinery = new Joinery();
  /** The first exchange of a message, by the pointer to its next part. */
  readonly #firsts = new Map<string, Exchange>();

  take(exchange: Exchange): Exchange | undefined {
    const parsed = parseMessage(exchange.raw);
    if (parsed.kind === 'malformed') return exchange;
    const { message } = parsed;
    if (message.segments.length === 1 && isControl(message.get('MSH-13'))) return undefined;
    const verdict = this.#joinery.take(message);
    if (verdict.kind === 'whole') return exchange;
    const first = this.#firstOf(message.get('MSH-14') ?? '') ?? exchange;
    if (verdict.kind === 'part') this.#firsts.set(message.get('DSC-1') ?? '', first);
    if (verdict.kind !== 'last') return undefined;
    const { id, controlId, at } = first;
    return { ...exchange, id, controlId, at, raw: verdict.joined.serialize() };
  }

  #firstOf(pointer: string): Exchange | undefined {
    const first = this.#firsts.get(pointer);
    this.#firsts.delete(pointer);
    return first;
  }
}

function isControl(sequence: string | undefined): boolean {
  return sequence === '0' || sequence === '-1';
}
