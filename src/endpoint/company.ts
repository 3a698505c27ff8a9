import { pause, type Timer } from '../base/timer.js';
import type { Company } from '../faults/fault.js';
import type { Connection } from '../mllp/connection.js';
import { dial } from '../mllp/dial.js';
import type { OutboundLink } from './link.js';

/** Connections of a fault beside the one that carries messages. They leave in their time, or when the link is closed. */
export class CompanyKeeper {
  readonly #link: OutboundLink;
  readonly #timer: Timer;
  readonly #open = new Set<Connection>();
  #isClosed = false;

  constructor(link: OutboundLink, timer: Timer) {
    this.#link = link;
    this.#timer = timer;
  }

  /** Opens all of them, side by side. A sentence about what became of it; `leave` starts the time that they stay. */
  async gather(company: Company): Promise<{ readonly told: string; readonly leave: () => void }> {
    const lent = company.losesPackets ? await this.#link.lendAddress?.() : undefined;
    const address = lent?.address;
    const made = await Promise.all(
      company.plans.map(async (plan, n) => {
        if (n * company.everyMs >= 1) await pause(this.#timer, n * company.everyMs);
        const connection = await this.#connect(address);
        await connection?.write(plan);
        return connection ?? [];
      }),
    );
    const connections = made.flat();
    await lent?.lose();
    const told = `${connections.length} connections beside it, ${company.plans.length - connections.length} refused`;
    return { told, leave: () => this.#leaveAfter(company.stayMs, connections) };
  }

  close(): void {
    this.#isClosed = true;
    this.#drop([...this.#open]);
  }

  async #connect(localAddress: string | undefined): Promise<Connection | undefined> {
    const { host, port, tls, connectTimeoutMs } = this.#link;
    const result = await dial(
      {
        host,
        port,
        ...(tls && { tls }),
        ...(localAddress !== undefined && { localAddress }),
        connectTimeoutMs,
        timer: this.#timer,
      },
      { onEvent: () => {} },
    );
    if (result.kind === 'failed') return undefined;
    const { connection } = result;
    this.#open.add(connection);
    void connection.closed.then(() => this.#open.delete(connection));
    if (this.#isClosed) connection.reset();
    return connection;
  }

  #leaveAfter(stayMs: number, connections: readonly Connection[]): void {
    if (stayMs === 0) this.#drop(connections);
    else this.#timer.after(stayMs, () => this.#drop(connections), { background: true });
  }

  #drop(connections: readonly Connection[]): void {
    for (const connection of connections) connection.reset();
  }
}
