import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { text } from './parameter.js';
import { refusal } from './refusal.js';

/** R06: AR, the system cannot take it now. It may be sent again later, and not for ever. */
export const applicationReject = defineFault({
  name: 'application-reject',
  says: 'the message is answered with AR and an error',
  parameters: {
    code: text('207', 'ERR-3, table 0357'),
    path: text('', 'ERR-2, the place of the error: MSH-9.2'),
    text: text('', 'ERR-8, the text for the user'),
  },
  make: (error): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'application-reject',
    onReply: (_reply, plan) => ({ ...plan, send: refusal('AR', error) }),
  }),
});
