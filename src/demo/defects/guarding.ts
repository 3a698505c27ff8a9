import type { DefectDescription } from './description.js';

/** Mistakes about whom the engine talks to, for how long, and what it tells of patients. */
export const GUARDING = [
  {
    name: 'accepts-any-certificate',
    description: 'speaks TLS with everybody: it looks at no certificate, of senders or destinations',
    caughtBy: 'a sender with an expired certificate is refused',
  },
  {
    name: 'no-idle-timeout',
    description: 'waits for ever for the rest of a frame that does not go on',
    caughtBy: 'a sender that falls silent in mid-message is let go',
  },
  {
    name: 'one-connection-only',
    description: 'serves one connection; the next one waits until it is gone',
    caughtBy: 'a message is served among connections that do not go on',
  },
  {
    name: 'phi-in-log',
    description: 'writes the patient of each message into its log',
    caughtBy: 'the log holds no value of a patient',
  },
] as const satisfies readonly DefectDescription[];
