import { realTimer } from '../../base/timer.js';
import type { DeliveryRecord } from '../far-end/delivery-record.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { Receiver } from '../receiver/receiver.js';
import { parseServiceTime } from '../receiver/service-time.js';
import type { FarEndsOpening, SharedOrder } from '../run/open-far-ends.js';
import { recordedFarEnd } from '../run/recorded-far-end.js';

/**
 * Far ends that listen through several runs, so that the system under test keeps its connections to them; each run gets
 * records of its own.
 */
export class StandingFarEnds {
  readonly #plan: LoadPlan;
  readonly #receivers: Receiver[] = [];
  #records: readonly DeliveryRecord[] = [];

  constructor(plan: LoadPlan) {
    this.#plan = plan;
  }

  get ports(): readonly number[] {
    return this.#receivers.map(({ port }) => port);
  }

  /** undefined, or why one of them cannot listen; then none does. */
  async open(): Promise<string | undefined> {
    for (const [index, { name, host, port, tls, serviceTime }] of this.#plan.farEnds.entries()) {
      const timer = realTimer();
      const service = parseServiceTime(serviceTime);
      const receiver = new Receiver({
        listen: { host, port, timer, ...(tls && { tls }) },
        timer,
        serviceTime: service.kind === 'service-time' ? service.make() : { answerAt: (at) => at },
        seed: this.#plan.seed,
        onMessage: (payload) => void this.#records[index]?.take(payload),
      });
      const failure = service.kind === 'mistake' ? `${service.what}: ${service.remedy}` : await receiver.open();
      if (failure === undefined) {
        this.#receivers.push(receiver);
        continue;
      }
      await this.close();
      return `${name}: ${failure}`;
    }
    return undefined;
  }

  /** For the hooks of a run. */
  readonly forRun = async (order: SharedOrder): Promise<FarEndsOpening> => {
    const ends = this.#plan.farEnds.map((farEnd) => recordedFarEnd(order, farEnd));
    this.#records = ends.map(({ record }) => record);
    return { kind: 'open', parts: ends.map(({ partAt }, index) => partAt(this.ports[index] ?? 0, async () => {})) };
  };

  async close(): Promise<void> {
    await Promise.all(this.#receivers.splice(0).map((receiver) => receiver.close()));
  }
}
