import { defineFault } from './definition.js';
import { choice } from './parameter.js';
import { refusal } from './refusal.js';
import { onReply } from './reply-fault.js';

/** R20: most messages are rejected or stay unanswered. Right is to try again with patience, and to deliver each once. */
export const flapping = defineFault({
  name: 'flapping',
  says: 'two of three messages are rejected, or get no acknowledgment',
  usually: { on: { kind: 'probability', p: 0.66 } },
  parameters: { how: choice(['reject', 'silence'], 'AR, or nothing') },
  make: ({ how }) =>
    onReply('flapping', (_reply, plan) => ({
      ...plan,
      send: how === 'reject' ? refusal('AR', { code: '207', path: '', text: '' }) : 'nothing',
    })),
});
