import { BAD_CLIENTS } from '../mllp/bad-tls.js';
import { defineFault } from './definition.js';
import type { ConnectionFault } from './fault.js';
import { choice } from './parameter.js';
import { write, writtenBytes } from './plan-bytes.js';

/** S34: the sender's side of TLS is wrong. Right is to refuse it, to say why in a log, and to serve the others. */
export const badTls = defineFault({
  name: 'bad-tls',
  says: 'the message comes with a bad certificate, over an outdated TLS, over none, or is cut short below TLS',
  parameters: { variant: choice(BAD_CLIENTS, 'what is wrong') },
  make: ({ variant }): ConnectionFault => ({
    kind: 'connection',
    name: 'bad-tls',
    attempts: (plan) => {
      const bytes = writtenBytes(plan);
      const cut = [write(bytes.subarray(0, bytes.length >> 1)), { kind: 'truncate' as const }];
      return [{ plan: variant === 'truncated-close' ? cut : plan, afterMs: 0, tls: variant }];
    },
  }),
});
