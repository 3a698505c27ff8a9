import { prometheusText } from '../../../reports/load/prometheus.js';
import { LiveView } from '../../load/live/live-view.js';
import type { LoadProgress } from '../../load/run/progress.js';
import { hasColours } from './colours.js';
import { type MetricsServer, openMetrics } from './metrics-server.js';

/** Shows a load run while it goes on: on the terminal, and to Prometheus where asked. */
export class RunWatch {
  readonly #name: string;
  readonly #live: LiveView;
  #metrics: MetricsServer | undefined;
  #text = '';

  constructor(name: string) {
    this.#name = name;
    this.#live = new LiveView({ name, output: process.stderr, colours: hasColours(process.stderr) });
  }

  /** `address` as of --metrics; nothing is opened where it is absent. */
  async open(address: string | undefined): Promise<void> {
    if (address === undefined) return;
    this.#metrics = await openMetrics(address, () => this.#text);
    const who = this.#metrics.isLoopback ? '' : ', which other machines can read too';
    this.#live.say(`metrics at ${this.#metrics.url}${who}`);
  }

  readonly take = (progress: LoadProgress): void => {
    this.#live.update(progress);
    this.#text = prometheusText(this.#name, progress);
  };

  /** A line that stays. */
  say(line: string): void {
    this.#live.say(line);
  }

  async close(): Promise<void> {
    this.#live.end();
    await this.#metrics?.close();
  }
}
