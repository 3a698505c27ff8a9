import { defineFault } from './definition.js';
import { editField } from './edit-bytes.js';
import { choice, duration } from './parameter.js';
import { onReply } from './reply-fault.js';
import { skewed } from './skewed.js';

/** R28: MSH-7 of the acknowledgment is of another day. It does not matter. */
export const replyClockSkew = defineFault({
  name: 'reply-clock-skew',
  says: 'the time of the acknowledgment (MSH-7) is ahead or behind',
  parameters: { variant: choice(['ahead', 'behind'], 'in which direction'), by: duration(86_400_000, 'how far') },
  make: ({ variant, by }) =>
    onReply('reply-clock-skew', (reply, plan) => ({
      ...plan,
      send: editField(reply, 'MSH', 7, (time) => skewed(time, variant === 'ahead' ? by : -by)),
    })),
});
