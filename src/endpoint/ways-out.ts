import type { Message } from '../hl7/message.js';
import { asBatch } from './batch.js';
import type { FaultBox } from './fault-box.js';
import type { OutboundLink } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import type { Outbox } from './outbox.js';
import type { Scene } from './scene.js';

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

  /** Posts a message, or what the link's agreements and faults make of it, wherever it leaves. */
  send(raw: Buffer, message: Message | undefined, scene: Scene, faults: FaultBox): readonly Promise<LiveExchange>[] {
    const outboxes = this.#carrying(message);
    if (outboxes.length === 0) return [];
    const prepared = this.#prepared(raw, message, scene);
    const parcels = prepared.flatMap((one) => faults.outgoing({ ...one, scene, faults: [] }));
    return parcels.flatMap((parcel) => outboxes.map((outbox) => outbox.post(parcel)));
  }

  /** Posts several messages as one frame. */
  sendBatch(messages: readonly Message[], scene: Scene): readonly Promise<LiveExchange>[] {
    const [outbox] = this.#carrying(messages[0]);
    return outbox ? asBatch(messages, scene).map((parcel) => outbox.post(parcel)) : [];
  }

  #carrying(message: Message | undefined): readonly Outbox[] {
    return this.#ways.filter(({ carries }) => carries(message)).map(({ outbox }) => outbox);
  }

  /** The messages that leave instead of one by what the first link that carries it has agreed: in parts, with numbers. */
  #prepared(
    raw: Buffer,
    message: Message | undefined,
    scene: Scene,
  ): readonly { readonly raw: Buffer; readonly message: Message | undefined }[] {
    const way = this.#ways.find(({ carries }) => carries(message));
    const made = message && way?.outbox.prepared(message);
    if (made === undefined) return [{ raw, message }];
    for (const { controlId } of made) scene.claim(controlId);
    return made.map((one) => ({ raw: one.serialize(), message: one }));
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
