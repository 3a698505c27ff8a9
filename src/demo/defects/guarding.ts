import type { DefectDescription } from './description.js';

/** Mistakes about whom the engine talks to, and what it tells of patients. */
export const GUARDING = [
  {
    name: 'accepts-any-certificate',
    description: 'speaks TLS with everybody: it looks at no certificate, of senders or destinations',
    caughtBy: 'a sender with an expired certificate is refused',
  },
  {
    name: 'phi-in-log',
    description: 'writes the patient of each message into its log',
    caughtBy: 'the log holds no value of a patient',
  },
] as const satisfies readonly DefectDescription[];
