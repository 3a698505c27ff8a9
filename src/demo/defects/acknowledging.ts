import type { DefectDescription } from './description.js';

/** Mistakes in what the engine answers. */
export const ACKNOWLEDGING = [
  {
    name: 'ack-before-store',
    description: 'answers AA first and writes and delivers the message only seconds later: a kill in between loses it',
    caughtBy: 'every accepted message survives a kill',
  },
  {
    name: 'acks-an-ack',
    description: 'acknowledges acknowledgments, so that two such systems never stop',
    caughtBy: 'an acknowledgment is not answered',
  },
  {
    name: 'always-aa',
    description: 'answers AA whatever it thinks of the message, and keeps and delivers only what is right',
    caughtBy: 'a message without a record number is answered AE',
  },
  {
    name: 'answers-batch-once',
    description: 'answers a batch with one acknowledgment, as if it were one message',
    caughtBy: 'each message of a batch is acknowledged',
  },
  {
    name: 'constant-ack-id',
    description: 'gives every acknowledgment the same MSH-10, "ACK"',
    caughtBy: 'the echo ledger: the id of an acknowledgment is unique for its sender',
  },
  {
    name: 'no-err-segment',
    description: 'refuses without an ERR segment, so that nobody learns why',
    caughtBy: 'a refusal names the error and its place',
  },
  {
    name: 'reencodes-control-id',
    description: 'writes MSA-2 in UTF-8, whatever the character set of the message is',
    caughtBy: 'a control id in other letters comes back byte for byte',
  },
  {
    name: 'reuses-control-id',
    description: 'gives an acknowledgment the MSH-10 of the message that it answers',
    caughtBy: 'the echo ledger: an acknowledgment has an id of its own',
  },
  {
    name: 'sends-despite-ne',
    description: 'answers although MSH-15 or MSH-16 asks for no acknowledgment (NE)',
    caughtBy: 'the truth table of MSH-15 and MSH-16',
  },
  {
    name: 'swapped-header-wrong',
    description: 'copies MSH-5 and MSH-6 of the message into its acknowledgment instead of MSH-3 and MSH-4',
    caughtBy: 'an acknowledgment returns to its sender',
  },
  {
    name: 'trims-control-id',
    description: 'writes MSA-2 without the blanks and zeros before it',
    caughtBy: 'the echo ledger: MSA-2 is MSH-10, byte for byte',
  },
  {
    name: 'wrong-err-location',
    description: 'points ERR-2 at the field behind the one that is wrong',
    caughtBy: 'the comparison of ERR-2 with the field that was broken',
  },
] as const satisfies readonly DefectDescription[];
