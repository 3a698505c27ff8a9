import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { duration } from './parameter.js';

/** R04: the right reply, too late. It must not be taken for the reply to the next message. */
export const lateAcknowledgment = defineFault({
  name: 'late-acknowledgment',
  says: 'the right acknowledgment comes late',
  parameters: { delay: duration(8_000, 'wait before the acknowledgment') },
  make: ({ delay }): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'late-acknowledgment',
    onReply: (_reply, plan) => ({ ...plan, delayMs: (plan.delayMs ?? 0) + delay }),
  }),
});
