import type { DefectDescription } from './description.js';

/** Mistakes in how messages are delivered: lost, doubled, out of order. */
export const DELIVERING = [
  {
    name: 'doubles-on-fail-over',
    description: 'sends the first message to the standby of a system twice',
    caughtBy: 'a fail-over doubles nothing',
  },
  {
    name: 'drops-on-reject',
    description: 'gives a message up when its receiver cannot take it now (AR)',
    caughtBy: 'a message that cannot be taken now comes again',
  },
  {
    name: 'drops-on-timeout',
    description: 'gives a message up when no acknowledgment comes in time',
    caughtBy: 'a message that was not acknowledged comes again',
  },
  {
    name: 'ignores-msa2',
    description: 'takes any acknowledgment for that of the message that it has sent',
    caughtBy: 'an acknowledgment of another message does not count',
  },
  {
    name: 'loses-messages',
    description: 'accepts and stores every 97th message, and never delivers it',
    caughtBy: 'the ledger of a load: what was accepted is delivered',
  },
  {
    name: 'loses-queue-on-restart',
    description: 'keeps in memory alone what waits for delivery',
    caughtBy: 'a queue survives an orderly restart',
  },
  {
    name: 'matches-next-ack',
    description:
      'counts acknowledgments instead of reading them: one that comes late is taken for that of the next message',
    caughtBy: 'a late acknowledgment does not count for the next message',
  },
  {
    name: 'new-id-on-resend',
    description: 'gives a message a new MSH-10 each time it is sent again',
    caughtBy: 'the ledger: a message that is sent again keeps its id',
  },
  {
    name: 'orders-by-msh7',
    description: 'sorts what waits by the time in MSH-7 instead of sending it as it came',
    caughtBy: 'messages of a system whose clock goes wrong arrive in the order in which they were sent',
  },
  {
    name: 'retries-for-ever',
    description: 'sends a message again that was answered with an error (AE), and nothing before it is accepted',
    caughtBy: 'a message in error does not hold up the next',
  },
  {
    name: 'swaps-messages',
    description: 'holds a message back until the next one of the same patient has overtaken it',
    caughtBy: 'the ledger: the order of messages of one patient',
  },
  {
    name: 'writes-to-closed',
    description: 'takes a message for delivered that it has written into a connection which the receiver had closed',
    caughtBy: 'a system that closes its connections gets every message',
  },
] as const satisfies readonly DefectDescription[];
