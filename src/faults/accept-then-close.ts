import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { choice } from './parameter.js';

/** R02: the connection is accepted and closed at once. Right is to wait longer and longer, not to try in a hot loop. */
export const acceptThenClose = defineFault({
  name: 'accept-then-close',
  says: 'a connection is accepted and closed at once',
  parameters: { how: choice(['fin', 'rst'], 'closed in order (FIN) or reset (RST)') },
  make: ({ how }): ListenerFault => ({
    kind: 'listener',
    at: 'accept',
    name: 'accept-then-close',
    close: how === 'fin' ? 'end' : 'reset',
  }),
});
