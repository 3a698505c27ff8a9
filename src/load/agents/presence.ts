import { realTimer } from '../../base/timer.js';
import type { Link } from './link.js';
import type { Ping } from './messages.js';
import type { PlaceName } from './subjects.js';

/** When each agent was last heard of. While NATS is away nobody can be heard, and nobody is called silent. */
export class Presence {
  readonly #link: Pick<Link, 'state'>;
  readonly #heard = new Map<PlaceName, { readonly agent: string; readonly at: number }>();

  constructor(link: Pick<Link, 'state'>) {
    this.#link = link;
  }

  take({ agent, place }: Ping): void {
    this.#heard.set(place, { agent, at: realTimer().now() });
  }

  /** For so many milliseconds the agent at a place could have been heard and was not; from the first question on. */
  silentMs(place: PlaceName, agent: string | undefined): number {
    const { isUp, since } = this.#link.state;
    if (!isUp) return 0;
    const heard = this.#heard.get(place);
    if (heard !== undefined && heard.agent === agent) return realTimer().now() - Math.max(heard.at, since);
    // Asked for the first time: from now on it is waited for.
    if (agent !== undefined) this.take({ place, agent });
    return 0;
  }

  /** For so many milliseconds NATS has been away. */
  get cutOffMs(): number {
    const { isUp, since } = this.#link.state;
    return isUp ? 0 : realTimer().now() - since;
  }
}
