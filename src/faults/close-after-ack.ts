import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';

/** R16: the connection is closed behind each reply. Right is to notice it before the next write. */
export const closeAfterAck = defineFault({
  name: 'close-after-ack',
  says: 'the connection is closed behind the reply',
  parameters: {},
  make: (): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'close-after-ack',
    onReply: (_reply, plan) => ({ ...plan, close: 'end' }),
  }),
});
