import { defineFault } from './definition.js';
import { withLines } from './edit-bytes.js';
import type { MessageFault } from './fault.js';
import { duration } from './parameter.js';

/** S16: another message under a control id that was used. Right is to refuse it (205) or to say so; never to replace the first. */
export const controlIdReused = defineFault({
  name: 'control-id-reused',
  says: 'behind the message comes another one with the same control id',
  parameters: { gap: duration(0, 'wait between the first acknowledgment and the second message') },
  make: ({ gap }): MessageFault => ({
    kind: 'message',
    name: 'control-id-reused',
    apply: (raw) => [
      { raw, afterMs: 0 },
      { raw: withLines(raw, 'ZPH|another message'), afterMs: gap },
    ],
  }),
});
