import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ei, eip, ts, xcn } from '../datatypes.js';
import type { Envelope } from '../facts.js';
import { type TimedOrder, type TimingStyle, tq } from '../timing.js';

/** ORC. ORC-7 is valued only where the message has no TQ1. */
export function orc(order: TimedOrder, envelope: Envelope, timing: TimingStyle): SegmentDraft {
  return segment('ORC', {
    1: order.control,
    2: ei(order.numbers.placer),
    3: ei(order.numbers.filler),
    4: ei(order.numbers.group),
    5: order.status,
    7: timing === 'tq' ? tq(order) : undefined,
    8: eip(order.numbers.parent),
    9: ts(order.enteredAt),
    10: xcn(envelope.operator),
    12: xcn(order.orderedBy),
    16: ce(order.reason),
  });
}
