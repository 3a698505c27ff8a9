import { defineFault } from './definition.js';
import { duration } from './parameter.js';
import { onReply } from './reply-fault.js';

/** R11: acknowledgments of messages under way together come in any order. MSA-2 tells which is whose. */
export const acksOutOfOrder = defineFault({
  name: 'acks-out-of-order',
  says: 'each acknowledgment waits for a time of its own, so that later ones overtake',
  usually: { on: { kind: 'probability', p: 1 } },
  parameters: { within: duration(1_000, 'the longest wait') },
  make: ({ within }) =>
    onReply('acks-out-of-order', (_reply, plan, random) => ({
      ...plan,
      delayMs: (plan.delayMs ?? 0) + random.integer(0, Math.round(within)),
    })),
});
