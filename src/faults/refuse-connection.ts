import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { duration } from './parameter.js';

/** R01: nothing listens on the port. Right is to keep what is to be sent, and to deliver it in order afterwards. */
export const refuseConnection = defineFault({
  name: 'refuse-connection',
  says: 'the port is closed',
  parameters: { for: duration(0, 'time until the port opens again; 0: until the fault is taken away') },
  make: (given): ListenerFault => ({
    kind: 'listener',
    at: 'port',
    name: 'refuse-connection',
    ...(given.for > 0 && { forMs: given.for }),
  }),
});
