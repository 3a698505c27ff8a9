import type { Rng } from '../base/rng.js';
import type { Message } from '../hl7/message.js';

/** The four roles that a simulator, or the system under test, can play. */
export type Role = 'ehr' | 'lis' | 'ris' | 'pharmacy';

/** What reaches a simulator. `Command` is the simulator's own vocabulary: what a person at that system would do. */
export type SimulatorEvent<Command> =
  | { readonly kind: 'command'; readonly command: Command }
  /** A message came in on a link and waits for its reply. */
  | { readonly kind: 'received'; readonly message: Message }
  /** The reply to a message that this simulator sent: a general acknowledgment or an order-level answer. */
  | { readonly kind: 'answered'; readonly sent: Message; readonly reply: Message }
  /** No reply came, or the connection was lost. */
  | { readonly kind: 'unanswered'; readonly sent: Message; readonly reason: string }
  /** A time that the simulator asked for with a `schedule` effect has come. */
  | { readonly kind: 'timer'; readonly name: string; readonly data?: unknown };

/** What a step asks for. The endpoint carries it out, in order. */
export type Effect =
  /** The reply on the connection on which the message came: ACK or an order-level answer. At most one a step. */
  | { readonly kind: 'reply'; readonly message: Message }
  /** A message of its own on the simulator's outbound link. */
  | { readonly kind: 'send'; readonly message: Message }
  /** A `timer` event for state `key` (the same key when absent) after `afterMs` nominal milliseconds. */
  | {
      readonly kind: 'schedule';
      readonly name: string;
      readonly afterMs: number;
      readonly key?: string;
      readonly data?: unknown;
    }
  | { readonly kind: 'cancel'; readonly name: string }
  /** Something that a person at that system would notice. `alert` becomes a finding of the scenario. */
  | { readonly kind: 'note'; readonly level: 'info' | 'alert'; readonly text: string };

/** What a step may use besides its state: the message clock, ids and random numbers keyed by what they are for. */
export interface SimulatorTools {
  /** The message clock at the moment of the event. */
  readonly now: Date;
  /** MSH-3/4 of this simulator. */
  readonly self: { readonly application: string; readonly facility: string };
  /** MSH-5/6 for messages of its own. */
  readonly peer: { readonly application: string; readonly facility: string };
  readonly processingId: string;
  readonly version: '2.3' | '2.3.1' | '2.4' | '2.5' | '2.5.1';
  readonly charset?: string;
  /** How an order is answered: on the connection on which it came, or as a message of its own after a plain ACK. */
  readonly orderAnswer: 'same-connection' | 'own-message';
  /**
   * An identifier for `what` ('control', 'filler', 'accession' ...) of `entity`, e.g. `mint('filler', placerNumber)`.
   * The same arguments give the same id, whatever the timing; at most 20 characters.
   */
  mint(what: string, ...entity: readonly (string | number)[]): string;
  /** Random numbers for one purpose, e.g. `random('result', fillerNumber)`. */
  random(...purpose: readonly (string | number)[]): Rng;
}

export interface Step<State> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/**
 * A simulated system as a pure state machine. State is held per key (a patient); a step touches one key.
 * Contract: it never throws, answers everything that it accepts, and gives the same effects for the same seed.
 */
export interface Simulator<State, Command> {
  readonly role: Role;
  initial(key: string): State;
  /** The key of the state that the event belongs to. */
  keyOf(event: SimulatorEvent<Command>): string;
  step(state: State, event: SimulatorEvent<Command>, tools: SimulatorTools): Step<State>;
}
