import { onTestFinished } from 'vitest';
import { realTimer } from '../../../base/timer.js';
import { Receiver } from '../../../load/receiver/receiver.js';
import { dial } from '../../../mllp/dial.js';
import { frame } from '../../../mllp/frame.js';

const timer = realTimer();

/** A system that acknowledges at once, keeps the control ids of what it gets, and may deliver it. */
export class System {
  readonly ids: string[] = [];
  readonly #receiver: Receiver;
  #deliver: (payload: Buffer, n: number) => void = () => {};

  private constructor(serviceMs: number) {
    this.#receiver = new Receiver({
      listen: { port: 0, timer },
      timer,
      serviceTime: { answerAt: (at) => at + serviceMs },
      seed: 's',
      onMessage: (payload) => {
        this.ids.push(payload.toString('latin1').split('|')[9] ?? '');
        this.#deliver(payload, this.ids.length);
      },
    });
  }

  static async open(serviceMs = 0): Promise<System> {
    const system = new System(serviceMs);
    const failure = await system.#receiver.open();
    if (failure !== undefined) throw new Error(failure);
    onTestFinished(() => system.#receiver.close());
    return system;
  }

  get address(): string {
    return `mllp://127.0.0.1:${this.#receiver.port}`;
  }

  /** The number of each message in the plan, in order. */
  get ordinals(): readonly number[] {
    return this.ids.map((id) => Number(id.slice(6))).sort((a, b) => a - b);
  }

  /** Delivers from now on what it gets to a port, but for every so-many-th message; false where nobody listens there. */
  async deliversTo(port: number, butEvery: number): Promise<boolean> {
    const line = await dial({ host: '127.0.0.1', port, timer }, { onEvent: () => {} });
    if (line.kind === 'failed') return false;
    onTestFinished(() => line.connection.reset());
    this.#deliver = (payload, n) => {
      if (n % butEvery !== 0) void line.connection.write([{ kind: 'write', bytes: frame(Buffer.from(payload)) }]);
    };
    return true;
  }
}

/** 0, 1, 2 ... so many numbers. */
export function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const receiver = new Receiver({ listen: { port: 0, timer }, timer, serviceTime: { answerAt: (at) => at }, seed: 's' });
  await receiver.open();
  const { port } = receiver;
  await receiver.close();
  return port;
}
