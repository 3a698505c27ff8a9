import { join } from 'node:path';
import type { Timer } from '../base/timer.js';
import type { Place } from './append-log.js';
import { ByMessageTime } from './by-message-time.js';
import type { Defects } from './defects.js';
import { Delivery } from './delivery.js';
import { outgoing } from './forward.js';
import { type Address, Link } from './link.js';
import type { Log } from './log.js';
import { Overtaking } from './overtaking.js';
import { type Entry, Queue } from './queue.js';
import { DESTINATIONS, type Destination, type StoredMessage } from './stored-message.js';
import type { EngineTls } from './tls.js';

export type Addresses = Partial<Readonly<Record<Destination, Address>>>;

/** The queues of the destinations that have an address, each with the log of its deliveries in the data folder. */
export async function openQueues(dataDir: string, addresses: Addresses): Promise<ReadonlyMap<Destination, Queue>> {
  const named = DESTINATIONS.filter((name) => addresses[name]);
  return new Map(
    await Promise.all(named.map(async (name) => [name, await Queue.open(join(dataDir, `${name}.log`))] as const)),
  );
}

interface DeliveriesParts {
  readonly addresses: Addresses;
  readonly queues: ReadonlyMap<Destination, Queue>;
  readonly defects: Defects;
  readonly timer: Timer;
  readonly log: Log;
  readonly tls: EngineTls | undefined;
  readonly read: (place: Place) => Promise<StoredMessage>;
  /** An order-level answer came as a reply: resolves when it is safe. */
  readonly answered: (answer: Buffer) => Promise<void>;
}

/** One delivery for each destination; they do not wait for each other. */
export class Deliveries {
  readonly #parts: DeliveriesParts;
  readonly #deliveries = new Map<Destination, Delivery>();
  readonly #byTime: ByMessageTime | undefined;

  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
    this.#byTime = parts.defects.has('orders-by-msh7') ? new ByMessageTime() : undefined;
    for (const [name, queue] of parts.queues) {
      const address = parts.addresses[name];
      if (address) this.#deliveries.set(name, this.#delivery(name, queue, address));
    }
  }

  start(): void {
    for (const delivery of this.#deliveries.values()) delivery.start();
  }

  /** Puts a message that is safe into the queues of its destinations. */
  dispatch(stored: StoredMessage, place: Place): void {
    if (this.#parts.defects.has('loses-messages') && stored.number % LOST_OF === 0) return;
    this.#byTime?.note(stored);
    for (const name of stored.to) {
      this.#parts.queues.get(name)?.offer({ number: stored.number, place, patient: stored.patient });
      this.#deliveries.get(name)?.wake();
    }
  }

  pause(): void {
    for (const delivery of this.#deliveries.values()) delivery.pause();
  }

  resume(): void {
    for (const delivery of this.#deliveries.values()) delivery.resume();
  }

  secure(tls: EngineTls | undefined): void {
    for (const delivery of this.#deliveries.values()) delivery.secure(tls);
  }

  cutOff(): void {
    for (const delivery of this.#deliveries.values()) delivery.cutOff();
  }

  reconnect(): void {
    for (const delivery of this.#deliveries.values()) delivery.reconnect();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#deliveries.values()].map((delivery) => delivery.stop()));
  }

  status(): Partial<Record<Destination, Delivery['status']>> {
    return Object.fromEntries([...this.#deliveries].map(([name, delivery]) => [name, delivery.status]));
  }

  #delivery(name: Destination, queue: Queue, address: Address): Delivery {
    const { timer, log, tls, read, answered, defects } = this.#parts;
    const delivery: Delivery = new Delivery({
      name,
      queue,
      timer,
      log,
      answered,
      defects,
      link: new Link(address, timer, defects, tls),
      pick: this.#choice(() => delivery.wake()),
      bytesOf: async ({ place }, resends) => outgoing(await read(place), resends, defects),
    });
    return delivery;
  }

  /** Which of the waiting messages is next: the first, but for two defects. */
  #choice(wake: () => void): (queue: Queue) => Entry | undefined {
    const { defects, timer } = this.#parts;
    const byTime = this.#byTime;
    if (byTime) return (queue) => byTime.next(queue);
    return defects.has('swaps-messages') ? overtaking(timer, wake) : (queue) => queue.first();
  }
}

/** Of so many messages the defect `loses-messages` forgets one. */
const LOST_OF = 97;

function overtaking(timer: Timer, wake: () => void): (queue: Queue) => Entry | undefined {
  const order = new Overtaking(timer, wake);
  return (queue) => order.next(queue);
}
