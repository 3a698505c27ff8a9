import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { duration } from './parameter.js';

/** R18: nobody listens for a long time. Right is to keep everything, and to deliver it in order, once and without a storm. */
export const outage = defineFault({
  name: 'outage',
  says: 'nobody listens for minutes or hours',
  parameters: { for: duration(600_000, 'time until the port opens again') },
  make: (given): ListenerFault => ({ kind: 'listener', at: 'port', name: 'outage', forMs: given.for }),
});
