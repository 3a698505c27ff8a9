import type { DefectDescription } from './description.js';

/** Mistakes about what the bytes of a connection are. */
export const FRAMING = [
  {
    name: 'acks-truncated',
    description: 'takes what one read brings for a whole message when it ends in a CR, and answers AA without FS CR',
    caughtBy: 'a message without its end is not accepted',
  },
  {
    name: 'drops-second-frame',
    description: 'reads the first message of what arrives together and forgets the others',
    caughtBy: 'several frames in one write are each answered and delivered',
  },
  {
    name: 'ignores-large',
    description: 'does not answer a message of more than 200 kB',
    caughtBy: 'a large message is accepted',
  },
  {
    name: 'ignores-junk-silently',
    description: 'loses the frame that follows bytes outside a frame',
    caughtBy: 'a message behind the bytes of a health check is accepted',
  },
  {
    name: 'needs-end-in-one-chunk',
    description: 'finds the end of a frame only where FS and CR come in one read',
    caughtBy: 'a frame that TCP cuts between FS and CR is accepted',
  },
  {
    name: 'redelivers-partial',
    description: 'handles a message again when the rest of the next one arrives, the beginning of which came with it',
    caughtBy: 'a message with half of the next behind it is acknowledged once',
  },
  {
    name: 'shared-buffer',
    description:
      'collects the bytes of all connections in one buffer, so that messages that come in pieces cut each other off',
    caughtBy: 'two systems that write slowly at the same time are both understood',
  },
] as const satisfies readonly DefectDescription[];
