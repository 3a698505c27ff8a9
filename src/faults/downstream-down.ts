import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { duration } from './parameter.js';

/** S33: a system behind the system under test is away. Right is to keep what is for it and go on, or AR; the rest arrives in order. */
export const downstreamDown = defineFault({
  name: 'downstream-down',
  says: 'the system to which the message goes in the end is away for a while',
  parameters: { for: duration(10_000, 'time until it is back') },
  make: (given): ListenerFault => ({ kind: 'listener', at: 'port', name: 'downstream-down', forMs: given.for }),
});
