import type { Attempt, Company } from '../faults/fault.js';
import type { Message } from '../hl7/message.js';
import type { WirePlan } from '../mllp/wire-plan.js';
import type { Scene } from './scene.js';

/** One message to write: as bytes and as the plan of how these bytes reach the wire. */
export interface Parcel {
  readonly raw: Buffer;
  readonly message: Message | undefined;
  readonly scene: Scene;
  readonly plan?: WirePlan;
  readonly faults: readonly string[];
  /** Nominal milliseconds to wait after the message before it was answered. */
  readonly afterMs?: number;
  /** Messages that leave in one plan, this one the first; 1 where absent. */
  readonly together?: number;
  /** What the plan of all that leave together becomes. */
  readonly reshape?: (plan: WirePlan) => WirePlan;
  /** Attempts on which a fault breaks the connection; the last is the one that gets the reply. */
  readonly attempts?: readonly Attempt[];
  /** Connections that stand beside its own while it is delivered. */
  readonly company?: readonly Company[];
}
