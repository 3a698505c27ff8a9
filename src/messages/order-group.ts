import type { SegmentDraft } from '../hl7/build.js';
import type { Envelope, MedicationOrder } from './facts.js';
import { orderNotes } from './order-notes.js';
import { orc } from './segments/orc.js';
import { rxc } from './segments/rxc.js';
import { rxo } from './segments/rxo.js';
import { rxr } from './segments/rxr.js';
import { type TimedOrder, timingStyle, tq1 } from './timing.js';

/** What begins an ORDER group: ORC and its timing, which is TQ1 from 2.5 on and ORC-7 before. */
export function orcAndTiming(order: TimedOrder, envelope: Envelope): readonly SegmentDraft[] {
  const timing = timingStyle(envelope.version);
  return [orc(order, envelope, timing), ...(timing === 'tq1' ? tq1(order) : [])];
}

/** ORDER of OMP and ORP: what the prescriber asked for. */
export function medicationRequest(order: MedicationOrder, envelope: Envelope): readonly SegmentDraft[] {
  return [...orcAndTiming(order, envelope), rxo(order), ...orderNotes(order), rxr(order), ...rxc(order)];
}
