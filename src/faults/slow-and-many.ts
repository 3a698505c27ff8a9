import { START_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { ConnectionFault } from './fault.js';
import { count, duration } from './parameter.js';
import { split, write } from './plan-bytes.js';

/** S27: connections that begin a frame and leave, one behind the other, then the message byte by byte. Others must not notice. */
export const slowAndMany = defineFault({
  name: 'slow-and-many',
  says: 'many connections begin a frame and go, then the message comes byte by byte',
  parameters: {
    connections: count(20, 'connections before the one of the message', 0),
    gap: duration(1, 'wait between two bytes'),
  },
  make: ({ connections, gap }): ConnectionFault => ({
    kind: 'connection',
    name: 'slow-and-many',
    attempts: (plan) => [
      ...Array.from({ length: connections }, () => ({
        plan: [write(Buffer.of(START_BLOCK)), { kind: 'reset' as const }],
        afterMs: 0,
      })),
      { plan: split(plan, gap, (bytes) => [...bytes.keys()]), afterMs: 0 },
    ],
  }),
});
