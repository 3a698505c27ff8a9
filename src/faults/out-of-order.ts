import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';

/** S17: the second of two messages leaves before the first: a discharge before its admission, a result before its order. */
export const outOfOrder = defineFault({
  name: 'out-of-order',
  says: 'the next message leaves behind the one after it',
  parameters: {},
  make: (): WireFault => ({
    kind: 'wire',
    name: 'out-of-order',
    together: 2,
    apply: (plan) => [...plan].reverse(),
  }),
});
