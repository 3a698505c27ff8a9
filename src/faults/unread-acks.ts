import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { count, duration } from './parameter.js';

/**
 * S28: a sender that does not read its acknowledgments. What comes meanwhile fills the kernels of both ends, and then the window is 0.
 * Right is to serve everybody else, and to deliver what was accepted.
 */
export const unreadAcks = defineFault({
  name: 'unread-acks',
  says: 'the sender stops reading before it sends, and reads its acknowledgments only after a while',
  parameters: {
    for: duration(5_000, 'time for which nothing is read'),
    copies: count(
      1,
      'how often the message is written, so that acknowledgments pile up; thousands close the window',
      1,
      100_000,
    ),
  },
  make: (given): WireFault => ({
    kind: 'wire',
    name: 'unread-acks',
    together: 1,
    apply: (plan) => [
      { kind: 'stop-reading' },
      ...Array.from({ length: given.copies }, () => plan).flat(),
      { kind: 'pause', ms: given.for },
      { kind: 'go-on-reading' },
    ],
  }),
});
