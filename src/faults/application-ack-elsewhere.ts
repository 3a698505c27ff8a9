import { defineFault } from './definition.js';
import type { LaterReply } from './fault.js';
import { choice, duration } from './parameter.js';
import { onReply } from './reply-fault.js';

const ERROR = { code: '207', severity: 'E', userMessage: 'Application internal error' } as const;

/** R22: CA at once, and the application acknowledgment on our own connection: late, never, twice, or in error. */
export const applicationAckElsewhere = defineFault({
  name: 'application-ack-elsewhere',
  says: 'the message is accepted with CA, and its application acknowledgment comes on another connection',
  parameters: {
    variant: choice(['later', 'never', 'twice', 'error'], 'what comes of it'),
    delay: duration(1_000, 'wait behind CA'),
  },
  make: ({ variant, delay }) =>
    onReply('application-ack-elsewhere', (_reply, { later: _, ...plan }) => {
      const later: LaterReply = {
        send: variant === 'error' ? { code: 'AE', error: ERROR } : 'reply',
        on: 'own-connection',
        delayMs: delay,
        times: variant === 'twice' ? 2 : 1,
      };
      return { ...plan, send: { code: 'CA' }, ...(variant !== 'never' && { later }) };
    }),
});
