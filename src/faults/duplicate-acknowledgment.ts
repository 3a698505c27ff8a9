import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { count, duration } from './parameter.js';

/** R09: the same reply more than once. The repetitions must be ignored. */
export const duplicateAcknowledgment = defineFault({
  name: 'duplicate-acknowledgment',
  says: 'the acknowledgment is sent more than once',
  parameters: {
    copies: count(2, 'acknowledgments in all', 2),
    gap: duration(0, 'wait between two of them'),
  },
  make: ({ copies, gap }): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'duplicate-acknowledgment',
    onReply: (_reply, plan) => ({ ...plan, times: copies, gapMs: gap }),
  }),
});
