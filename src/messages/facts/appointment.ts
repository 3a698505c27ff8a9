import type { Coded, Location, Provider } from '../../population/facts.js';
import type { EntityIdentifier, OrderNumbers } from './order.js';

/** An appointment as the schedule holds it: SCH and the resources under RGS. */
export interface Appointment {
  /** SCH-1: absent where the filler booked on its own account. */
  readonly placer?: EntityIdentifier;
  /** SCH-2. */
  readonly filler: EntityIdentifier;
  /** SCH-6: why this message is sent (booked, patient asked to move it ...). */
  readonly eventReason: Coded;
  /** AIS-3. */
  readonly service: Coded;
  readonly startAt: Date;
  readonly durationMinutes: number;
  /** AIL-3. */
  readonly location?: Location;
  /** AIP-3, one AIP each. */
  readonly personnel?: readonly Provider[];
  /** SCH-16. */
  readonly contact: Provider;
  /** SCH-20. */
  readonly enteredBy: Provider;
  /** SCH-26 and SCH-27. */
  readonly order?: OrderNumbers;
  readonly notes?: readonly string[];
}
