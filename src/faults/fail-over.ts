import { defineFault } from './definition.js';
import type { ListenerFault } from './fault.js';
import { duration } from './parameter.js';

/** R25: the first address of a system dies, its second (`listen: { standby }`) answers. Right is to go on there in order, and once. */
export const failOver = defineFault({
  name: 'fail-over',
  says: 'the address of the system dies, and its standby answers',
  parameters: { for: duration(30_000, 'time until the first address is back') },
  make: (given): ListenerFault => ({
    kind: 'listener',
    at: 'port',
    name: 'fail-over',
    forMs: given.for,
    keepsStandby: true,
  }),
});
