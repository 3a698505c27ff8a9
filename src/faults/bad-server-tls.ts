import { BAD_SERVERS } from '../mllp/bad-tls.js';
import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { choice, duration } from './parameter.js';

/** R24: the receiver's side of TLS is wrong. Right is to keep the message, never to send it all the same, and never plain. */
export const badServerTls = defineFault({
  name: 'bad-server-tls',
  says: 'the receiver shows a bad certificate, speaks an outdated TLS, or none',
  parameters: {
    variant: choice(BAD_SERVERS, 'what is wrong'),
    for: duration(0, 'time until it is right again; 0: until the fault is taken away'),
  },
  make: (given): ListenerFault => ({
    kind: 'listener',
    at: 'port',
    name: 'bad-server-tls',
    tls: given.variant,
    ...(given.for > 0 && { forMs: given.for }),
  }),
});
