import type { Role } from '../../endpoint/simulator.js';
import type { ClientTls, ServerTls } from '../../mllp/tls.js';
import type { Stage } from '../arrival/stage.js';
import type { ValidationOrder } from '../far-end/delivery-check.js';
import type { Resending } from '../generator/second-tries.js';
import type { SutEvent } from '../sut/sut-event.js';
import type { Threshold } from '../threshold/threshold.js';

/** Who decides when the next message is sent. */
export type ArrivalModel =
  /** The plan, whatever the system under test does. */
  | {
      readonly kind: 'open';
      readonly stages: readonly Stage[];
      readonly spacing: 'even' | 'poisson';
      /** Of the gaps between arrivals; the seed of the plan where absent. Several runs for the same patients differ by it. */
      readonly seed?: string;
    }
  /** The answers: each of so many users sends the next when the last is answered. */
  | { readonly kind: 'closed'; readonly users: number; readonly durationMs: number };

/** What is sent: `adt-a01` with its share, or a workflow, whose messages belong together. */
export interface MixEntry {
  readonly kind: 'message' | 'workflow';
  /** `ADT^A01`, or the name of a pathway of the EHR. */
  readonly name: string;
  readonly weight: number;
}

export interface LoadTarget {
  /** Whose messages go there; absent for everybody's. */
  readonly role?: Role;
  readonly host: string;
  readonly port: number;
  readonly tls?: ClientTls;
}

/** A port on which we listen for what the system under test delivers. */
export interface FarEndPlan {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly tls?: ServerTls;
  /** Types of messages that must arrive there, `ADT^A01` or `ADT`; everything where absent. */
  readonly expects?: readonly string[];
  /** How long it takes to acknowledge, in the words of `--service-time`. */
  readonly serviceTime: string;
}

/**
 * Which acknowledgment ends a message. `original`: the one there is. Enhanced mode, asked for in MSH-15 and MSH-16: `accept`, the
 * commit alone; `both`, the application acknowledgment that follows the commit on the same connection.
 */
export type AcknowledgmentPolicy = 'original' | 'accept' | 'both';

/** A load run, every default filled in. Times are milliseconds. */
export interface LoadPlan {
  readonly name: string;
  readonly seed: string;
  readonly arrival: ArrivalModel;
  readonly mix: readonly MixEntry[];
  readonly targets: readonly LoadTarget[];
  readonly farEnds: readonly FarEndPlan[];
  /** Types of messages that must arrive at one of the far ends, whichever; none where absent. */
  readonly somewhere?: readonly string[];
  /** Patients for whom messages are made ahead. */
  readonly patients: number;
  readonly version: '2.3' | '2.3.1' | '2.4' | '2.5' | '2.5.1';
  /** To each target, at most. */
  readonly connections: number;
  /** Opened at the beginning; more follow one by one while messages wait. */
  readonly leastConnections: number;
  readonly perMessage: boolean;
  /** Messages on their way at once on one connection. */
  readonly depth: number;
  readonly acknowledgmentTimeoutMs: number;
  readonly acknowledgment: AcknowledgmentPolicy;
  /** Messages that may wait for a free connection. */
  readonly queueLimit: number;
  readonly thinkMs: number;
  readonly warmUpMs: number;
  /** What a far end knows a message by: MSH-10 where absent, a path whose value carries the id once more, or `content`. */
  readonly identity?: string;
  /** A delivery that takes longer, from the intended instant, is late. */
  readonly lateMs: number;
  /** How long after the last message the far end is still watched. */
  readonly settleMs: number;
  /** Messages are padded to this size; 0 for their own. */
  readonly sizeBytes: number;
  readonly thresholds: readonly Threshold[];
  /** A threshold that is broken while the run goes on ends it. */
  readonly abortOnFail: boolean;
  /** Faults on what is sent, as `missing-end:on=0.01`. */
  readonly faults: readonly string[];
  /** Faults of the far ends on their acknowledgments, as `late-acknowledgment:delay=2s,on=0.01`. */
  readonly farEndFaults: readonly string[];
  /** What a sender does with what was not acknowledged; absent: it gives it up. */
  readonly resending?: Resending;
  /** What is done to the system under test meanwhile. */
  readonly sut: readonly SutEvent[];
  /** What judges the deliveries at the far ends; nothing where absent. */
  readonly validation?: ValidationOrder;
  readonly workers: number;
  readonly shard?: { readonly index: number; readonly of: number };
}
