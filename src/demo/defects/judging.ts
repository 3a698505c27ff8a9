import type { DefectDescription } from './description.js';

/** Mistakes about what a message means: what is accepted, for whom, and whether it goes on. */
export const JUDGING = [
  {
    name: 'accepts-strangers',
    description: 'accepts and delivers messages about patients, visits and orders that it does not know',
    caughtBy: 'a result for a patient whom nobody knows is refused with 204',
  },
  {
    name: 'administration-duplicated',
    description: 'takes a dose that is sent again for another one, and delivers it again',
    caughtBy: 'a dose that is sent twice counts once',
  },
  {
    name: 'cancel-discharge-keeps-closed',
    description: 'accepts the cancellation of a discharge and tells nobody',
    caughtBy: 'a visit is open again everywhere after A13',
  },
  {
    name: 'charge-duplicated',
    description: 'takes a charge that is sent again for another one, and delivers it again',
    caughtBy: 'a charge whose acknowledgment got lost is not charged again',
  },
  {
    name: 'cuts-joined-message',
    description: 'loses the last segment of a message that came in parts',
    caughtBy: 'a message in parts arrives as one',
  },
  {
    name: 'fixed-delimiters',
    description: 'refuses messages with other delimiters than |^~\\&',
    caughtBy: 'a message with the delimiters that MSH-1 and MSH-2 declare is accepted',
  },
  {
    name: 'forgets-after-restart',
    description: 'does not know after a restart whom it knew before',
    caughtBy: 'an order for a known patient is accepted after a crash',
  },
  {
    name: 'forgets-moved-appointments',
    description: 'accepts that an appointment was moved (S13) and tells nobody',
    caughtBy: 'the ward sees the appointment at its new time',
  },
  {
    name: 'hold-still-due',
    description: 'accepts a hold and does not pass it on: the medicine stays due',
    caughtBy: 'the pharmacy knows that a prescription is held',
  },
  {
    name: 'ignores-authority',
    description: 'knows patients by CX.1 alone: two patients with one number under two authorities become one',
    caughtBy: 'the scenario of two patients with the same number',
  },
  {
    name: 'ignores-sequence',
    description: 'takes a message whatever number it has in MSH-13',
    caughtBy: 'a gap in the sequence is refused, and the number that is expected is told',
  },
  {
    name: 'no-dedupe',
    description: 'accepts and delivers a message again that comes again with the same MSH-10',
    caughtBy: 'a message that is sent twice counts once',
  },
] as const satisfies readonly DefectDescription[];
