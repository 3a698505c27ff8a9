import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { count, duration } from './parameter.js';

/** S06: frames follow each other without waiting for acknowledgments. Right are as many, in order or each with its MSA-2. */
export const pipelined = defineFault({
  name: 'pipelined',
  says: 'messages follow each other without waiting for an acknowledgment',
  parameters: {
    frames: count(3, 'messages under way at the same time', 2),
    spacing: duration(0, 'wait between two of them'),
  },
  make: ({ frames, spacing }): WireFault => ({
    kind: 'wire',
    name: 'pipelined',
    together: frames,
    apply: (plan) =>
      plan.flatMap((action, n) => (n > 0 && spacing > 0 ? [{ kind: 'pause', ms: spacing }, action] : [action])),
  }),
});
