import { defineFault } from './definition.js';
import type { ConnectionFault } from './fault.js';
import { duration } from './parameter.js';

/** S14: the whole frame, RST before its acknowledgment, then the same bytes on a new connection. One effect is right. */
export const resetBeforeAck = defineFault({
  name: 'reset-before-ack',
  says: 'the connection is reset behind the frame, then the same message is sent again',
  parameters: { wait: duration(100, 'wait before the message is sent again') },
  make: ({ wait }): ConnectionFault => ({
    kind: 'connection',
    name: 'reset-before-ack',
    attempts: (plan) => [
      { plan: [...plan, { kind: 'reset' }], afterMs: 0 },
      { plan, afterMs: wait },
    ],
  }),
});
