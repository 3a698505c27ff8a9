import { defineFault } from './definition.js';
import type { StandIn } from './fault.js';
import { choice, duration } from './parameter.js';
import { onReply } from './reply-fault.js';

const INTERNAL = { code: '207', severity: 'E', userMessage: 'Application internal error' } as const;
const IN_ERROR: StandIn = { code: 'AE', error: INTERNAL };

/** R07: accept acknowledgments: CE, CR, or CA and AE behind it. CA is no success where more is asked for. */
export const commitCodes = defineFault({
  name: 'commit-codes',
  says: 'the message is answered with CE or CR, or with CA and an application error behind it',
  parameters: {
    code: choice(['CE', 'CR', 'CA-AE'], 'the accept acknowledgment; CA-AE: CA, then AE on the same connection'),
    gap: duration(0, 'with CA-AE: wait between the two'),
  },
  make: ({ code, gap }) =>
    onReply('commit-codes', (_reply, plan) =>
      code === 'CA-AE'
        ? { ...plan, send: { code: 'CA' }, later: { send: IN_ERROR, on: 'same-connection', delayMs: gap, times: 1 } }
        : { ...plan, send: { code, error: INTERNAL } },
    ),
});
