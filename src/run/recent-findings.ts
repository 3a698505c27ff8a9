import type { Finding } from '../evidence/finding.js';

/** Messages that are remembered: what comes back from an engine unchanged comes soon. */
const MOST = 256;
/** Bytes. Larger messages are judged each time: they are few, and 256 of them would fill the memory. */
const LARGEST = 16_384;

/**
 * What was found in the messages before. An engine passes most messages on as they came, often to several systems, so that the same
 * bytes are seen three or four times: they are judged once.
 */
export class RecentFindings {
  readonly #byText = new Map<string, readonly Finding[]>();

  /** What was found in these very bytes, or what `judge` finds now. */
  of(raw: Buffer, judge: () => readonly Finding[]): readonly Finding[] {
    if (raw.length > LARGEST) return judge();
    const text = raw.toString('latin1');
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const found = judge();
    this.#keep(text, found);
    return found;
  }

  #keep(text: string, found: readonly Finding[]): void {
    const [oldest] = this.#byText.size >= MOST ? this.#byText.keys() : [];
    if (oldest !== undefined) this.#byText.delete(oldest);
    this.#byText.set(text, found);
  }
}
