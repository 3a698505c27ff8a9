import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { count, duration } from './parameter.js';

/** R17: a receiver that stops reading in mid-message. Right is to time out without memory that grows, and to lose nothing. */
export const slowReader = defineFault({
  name: 'slow-reader',
  says: 'nothing more is read when a part of the message was, and all of it after a while; any message, whatever its type',
  parameters: {
    for: duration(60_000, 'time for which nothing is read'),
    offset: count(100, 'bytes of the frame that are read before; in a shorter one, all but its end'),
  },
  make: (given): ListenerFault => ({
    kind: 'listener',
    at: 'reading',
    name: 'slow-reader',
    afterBytes: given.offset,
    forMs: given.for,
  }),
});
