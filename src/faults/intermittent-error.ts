import { defineFault } from './definition.js';
import { refusal } from './refusal.js';
import { onReply } from './reply-fault.js';

/** R19: AE for each third message. Only those are set aside; the others are delivered, in order. */
export const intermittentError = defineFault({
  name: 'intermittent-error',
  says: 'each third message is answered with AE',
  usually: { on: { kind: 'every', n: 3 } },
  parameters: {},
  make: () =>
    onReply('intermittent-error', (_reply, plan) => ({
      ...plan,
      send: refusal('AE', { code: '207', path: '', text: '' }),
    })),
});
