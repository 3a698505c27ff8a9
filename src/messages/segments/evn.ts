import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ts, xcn } from '../datatypes.js';
import type { Envelope } from '../facts.js';
import { isSince } from '../version.js';

export interface EventFacts {
  /** EVN-4, table 0062. */
  readonly eventReason?: string;
  /** EVN-6. */
  readonly occurredAt?: Date;
}

/** EVN. EVN-1 repeats MSH-9.2 and is kept for backward compatibility only from 2.4 on, so it is left out there. */
export function evn(envelope: Envelope, trigger: string, event: EventFacts = {}): SegmentDraft {
  return segment('EVN', {
    1: isSince('2.4', envelope.version) ? undefined : trigger,
    2: ts(envelope.at),
    4: event.eventReason,
    5: xcn(envelope.operator),
    6: ts(event.occurredAt),
  });
}
