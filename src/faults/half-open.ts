import { START_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { ConnectionFault } from './fault.js';
import { choice, duration } from './parameter.js';
import { write } from './plan-bytes.js';

/** What the old connection writes before it is silent. */
const BEGUN = [write(Buffer.of(START_BLOCK))];

/** S29: a connection goes silent without FIN, and its sender comes back on another. Right is to serve it there and to let the old one go. */
export const halfOpen = defineFault({
  name: 'half-open',
  says: 'a connection goes silent without an end, and the message comes on another',
  parameters: {
    variant: choice(
      ['in-frame', 'idle', 'lost-packets'],
      'silent within a frame, between frames, or so that not even TCP answers (only in a network namespace)',
    ),
    for: duration(30_000, 'time for which the old connection stays'),
  },
  make: (given): ConnectionFault => ({
    kind: 'connection',
    name: 'half-open',
    attempts: (plan) => [{ plan, afterMs: 0 }],
    company: {
      plans: [given.variant === 'in-frame' ? BEGUN : []],
      everyMs: 0,
      stayMs: given.for,
      ...(given.variant === 'lost-packets' && { losesPackets: true as const }),
    },
  }),
});
