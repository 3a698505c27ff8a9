import type { Clock } from '../base/clock.js';
import type { KeyPart } from '../base/rng.js';
import type { Message } from '../hl7/message.js';
import type { SimulatorTools } from './simulator.js';

/** MSH-12 and MSH-18; absent: as the link is set. */
export interface Dialect {
  readonly version?: SimulatorTools['version'];
  readonly charset?: string;
}

/** What the scenario that an event belongs to lends to a simulator's step: its clock, its seed, and its name in the evidence. */
export interface Scene {
  /** Scenario id (`s12`); undefined for traffic that no scenario claims. */
  readonly id: string | undefined;
  /** Key of all ids and random choices: (seed, scenario). */
  readonly key: readonly KeyPart[];
  readonly clock: Clock;
  readonly startedAt: Date;
  /** What the scenario lets the simulators speak instead of what their links are set to. */
  readonly dialect: Dialect;
  /** True once the scenario is over: what comes now is late. */
  readonly closed: boolean;
  /** Makes messages that carry this identifier belong to the scene. */
  claim(identifier: string): void;
}

/** Finds the scene that a message belongs to, by the identifiers that it carries. */
export interface Scenes {
  ofMessage(message: Message): Scene;
  /** The scene of bytes on the wire that are no message: the scenario that runs now. */
  current(): Scene;
}
