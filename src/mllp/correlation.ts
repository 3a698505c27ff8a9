/** How replies find their requests. The functions know the payload; MLLP does not. */
export interface Correlation {
  /** The key of a request: MSH-10. */
  request(payload: Buffer): string;
  /** The key of the request that the reply answers: MSA-2; undefined where it names none. */
  reply(payload: Buffer): string | undefined;
  /** The replies in one frame; the payload itself where absent. */
  parts?(payload: Buffer): readonly Buffer[];
}

const REMEMBERED = 512;

/**
 * The requests on one connection that wait for a reply, oldest first. Without a correlation the oldest is answered;
 * with one, the oldest of the key that the reply names.
 */
export class WaitingRequests<Waiting extends { readonly key: string | undefined }> {
  readonly #correlation: Correlation | undefined;
  readonly #waiting: Waiting[] = [];
  /** Keys of settled requests in two generations, so that memory stays bounded. */
  #settled = new Set<string>();
  #settledBefore = new Set<string>();

  constructor(correlation: Correlation | undefined) {
    this.#correlation = correlation;
  }

  get count(): number {
    return this.#waiting.length;
  }

  get oldest(): Waiting | undefined {
    return this.#waiting[0];
  }

  get all(): readonly Waiting[] {
    return [...this.#waiting];
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  /** Takes out the request that the reply answers. `late`: it answers one that is settled; `unknown`: none of ours. */
  answer(payload: Buffer): Waiting | 'late' | 'unknown' {
    if (this.#correlation === undefined) return this.#waiting.shift() ?? 'unknown';
    const key = this.#correlation.reply(payload);
    const answered = this.#waiting.find((waiting) => waiting.key === key);
    if (key === undefined || answered === undefined) return this.#wasSettled(key) ? 'late' : 'unknown';
    this.remove(answered);
    return answered;
  }

  remove(waiting: Waiting): boolean {
    const index = this.#waiting.indexOf(waiting);
    if (index < 0) return false;
    this.#waiting.splice(index, 1);
    if (waiting.key !== undefined) this.#remember(waiting.key);
    return true;
  }

  #wasSettled(key: string | undefined): boolean {
    return key !== undefined && (this.#settled.has(key) || this.#settledBefore.has(key));
  }

  #remember(key: string): void {
    this.#settled.add(key);
    if (this.#settled.size < REMEMBERED) return;
    this.#settledBefore = this.#settled;
    this.#settled = new Set();
  }
}
