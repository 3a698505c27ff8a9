import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';

/** R03: read, and no reply. Right is to send the same bytes again after a while. */
export const neverAcknowledge = defineFault({
  name: 'never-acknowledge',
  says: 'the message is read and never acknowledged',
  parameters: {},
  make: (): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'never-acknowledge',
    onReply: (_reply, plan) => ({ ...plan, send: 'nothing' }),
  }),
});
