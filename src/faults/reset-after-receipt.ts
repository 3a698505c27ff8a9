import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';

/** R15: RST behind the whole frame, before its reply. Right is to connect again and to send the same bytes. */
export const resetAfterReceipt = defineFault({
  name: 'reset-after-receipt',
  says: 'the connection is reset instead of a reply',
  parameters: {},
  make: (): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'reset-after-receipt',
    onReply: (_reply, plan) => ({ ...plan, send: 'nothing', close: 'reset' }),
  }),
});
