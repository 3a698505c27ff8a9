import type { Message } from '../hl7/message.js';
import type { OutboundLink } from './link.js';
import type { Outbox } from './outbox.js';

/** Whether a message leaves on a link. */
export type Carries = (message: Message | undefined) => boolean;

/** Why an endpoint without any cannot send, for people. */
export const NO_WAY = 'it has no outbound link; give it "send" in the configuration, or --to';

interface Way {
  readonly link: OutboundLink;
  readonly outbox: Outbox;
  readonly carries: Carries;
}

/** The links on which an endpoint sends: a system with an interface for each department has several. */
export class WaysOut {
  readonly #ways: Way[] = [];

  add(link: OutboundLink, carries: Carries, outbox: Outbox): void {
    this.#ways.push({ link, carries, outbox });
  }

  get links(): readonly OutboundLink[] {
    return this.#ways.map(({ link }) => link);
  }

  /** The outboxes on which a message leaves. */
  carrying(message: Message | undefined): readonly Outbox[] {
    return this.#ways.filter(({ carries }) => carries(message)).map(({ outbox }) => outbox);
  }

  /** Tries each link; undefined, or why one of them cannot be reached. */
  async reach(): Promise<string | undefined> {
    for (const { outbox } of this.#ways) {
      const failure = await outbox.reach();
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  /** What is sent next has a new connection on each link. */
  renew(): void {
    for (const { outbox } of this.#ways) outbox.renew();
  }

  async close(): Promise<void> {
    await Promise.all(this.#ways.map(({ outbox }) => outbox.close()));
  }
}
