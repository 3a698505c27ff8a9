import { defineFault } from './definition.js';
import { duration } from './parameter.js';
import { onReply } from './reply-fault.js';

/** R21: the acknowledgment comes in the moment in which the sender gives up. Right is one effect, whoever was faster. */
export const timeoutBoundary = defineFault({
  name: 'timeout-boundary',
  says: 'the acknowledgment comes at the moment of the time-out, a little before or behind',
  parameters: {
    timeout: duration(10_000, 'when the sender gives up'),
    jitter: duration(10, 'how far before or behind at most'),
  },
  make: ({ timeout, jitter }) =>
    onReply('timeout-boundary', (_reply, plan, random) => ({
      ...plan,
      delayMs: Math.max(0, timeout + jitter * (2 * random.next() - 1)),
    })),
});
