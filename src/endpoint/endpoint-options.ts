import type { Timer } from '../base/timer.js';
import type { ExchangeBook } from './exchange-book.js';
import type { InboundLink } from './link.js';
import type { Scenes } from './scene.js';
import type { Simulator } from './simulator.js';
import type { Identity } from './tools.js';

export interface EndpointOptions<State, Command> {
  readonly simulator: Simulator<State, Command>;
  readonly identity: Identity;
  readonly inbound?: InboundLink;
  readonly scenes: Scenes;
  readonly book: ExchangeBook;
  readonly timer: Timer;
}
