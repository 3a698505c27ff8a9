import { defineFault } from './definition.js';
import { editField } from './edit-bytes.js';
import { onReply } from './reply-fault.js';

/** R23: the acknowledgment asks for acknowledgments in its turn. Whoever gives them never ends. */
export const ackAsksAck = defineFault({
  name: 'ack-asks-ack',
  says: 'the acknowledgment asks for acknowledgments (MSH-15 and MSH-16 are AL)',
  parameters: {},
  make: () =>
    onReply('ack-asks-ack', (reply, plan) => ({
      ...plan,
      send: editField(
        editField(reply, 'MSH', 15, () => 'AL'),
        'MSH',
        16,
        () => 'AL',
      ),
    })),
});
