import { defineFault } from './definition.js';
import type { MessageFault } from './fault.js';
import { duration } from './parameter.js';

/** S15: the same bytes twice on a healthy connection, as after a lost acknowledgment. One effect is right. */
export const duplicateControlId = defineFault({
  name: 'duplicate-control-id',
  says: 'the same message is sent twice, byte for byte',
  parameters: { gap: duration(0, 'wait between the first acknowledgment and the repetition') },
  make: ({ gap }): MessageFault => ({
    kind: 'message',
    name: 'duplicate-control-id',
    apply: (raw) => [
      { raw, afterMs: 0 },
      { raw, afterMs: gap },
    ],
  }),
});
