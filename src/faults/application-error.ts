import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { text } from './parameter.js';
import { refusal } from './refusal.js';

/** R05: AE, the message is wrong. It must not be sent again unchanged, and the messages behind it go on. */
export const applicationError = defineFault({
  name: 'application-error',
  says: 'the message is answered with AE and an error',
  parameters: {
    code: text('207', 'ERR-3, table 0357'),
    path: text('', 'ERR-2, the place of the error: PID-3.1'),
    text: text('', 'ERR-8, the text for the user'),
  },
  make: (error): ListenerFault => ({
    kind: 'listener',
    at: 'reply',
    name: 'application-error',
    onReply: (_reply, plan) => ({ ...plan, send: refusal('AE', error) }),
  }),
});
