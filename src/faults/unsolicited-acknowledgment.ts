import { mint } from '../base/mint.js';
import { defineFault } from './definition.js';
import { editField } from './edit-bytes.js';
import { onReply } from './reply-fault.js';

/** R10: an acknowledgment of a message that was never sent comes first. It must be ignored. */
export const unsolicitedAcknowledgment = defineFault({
  name: 'unsolicited-acknowledgment',
  says: 'before the right acknowledgment comes one for a message that was never sent',
  parameters: {},
  make: () =>
    onReply('unsolicited-acknowledgment', (reply, plan) => {
      const id = mint('X', 12, reply.toString('latin1'));
      const stray = editField(
        editField(reply, 'MSA', 2, () => id),
        'MSH',
        10,
        () => id,
      );
      return { ...plan, before: [...(plan.before ?? []), stray] };
    }),
});
