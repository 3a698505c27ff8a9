import { defineFault } from './definition.js';
import { editField } from './edit-bytes.js';
import { choice } from './parameter.js';
import { onReply } from './reply-fault.js';

const FORMS = {
  version: (reply: Buffer) =>
    editField(
      editField(reply, 'MSH', 12, () => '2.3'),
      'MSH',
      9,
      () => 'ACK',
    ),
  charset: (reply: Buffer) => editField(reply, 'MSH', 18, () => '8859/1'),
  parties: (reply: Buffer) =>
    [3, 4, 5, 6].reduce((bytes, field) => editField(bytes, 'MSH', field, () => 'WRONG'), reply),
} as const;

/** R14: another version or character set, or other names, in the acknowledgment. Right is to accept it and to tell of it. */
export const ackDialect = defineFault({
  name: 'ack-dialect',
  says: 'the acknowledgment has another version, character set, or sender and receiver',
  parameters: { variant: choice(['version', 'charset', 'parties'], 'MSH-12 and MSH-9, MSH-18, or MSH-3 to MSH-6') },
  make: ({ variant }) => onReply('ack-dialect', (reply, plan) => ({ ...plan, send: FORMS[variant](reply) })),
});
