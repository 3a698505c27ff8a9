import { END_BLOCK } from '../mllp/frame-event.js';
import type { WirePlan } from '../mllp/wire-plan.js';
import { defineFault } from './definition.js';
import { choice } from './parameter.js';
import { split, withBytes } from './plan-bytes.js';
import { onReply } from './reply-fault.js';

const REPLACED: readonly [RegExp, string] = [/\r(?!$)/g, '\n'];

const FORMS = {
  'byte-by-byte': (plan: WirePlan) => split(plan, 0, (bytes) => [...bytes.keys()]),
  split: (plan: WirePlan) => split(plan, 50, (bytes) => [bytes.lastIndexOf(END_BLOCK) + 1]),
  lf: (plan: WirePlan) =>
    withBytes(plan, (bytes) => Buffer.from(bytes.toString('latin1').replace(...REPLACED), 'latin1')),
  'no-end': (plan: WirePlan) => withBytes(plan, (bytes) => bytes.subarray(0, bytes.lastIndexOf(END_BLOCK))),
  none: (plan: WirePlan) => withBytes(plan, (bytes) => bytes.subarray(1, bytes.lastIndexOf(END_BLOCK))),
  junk: (plan: WirePlan) => withBytes(plan, (bytes) => Buffer.concat([Buffer.from('\r\n \0'), bytes])),
} as const;

/** R12: the acknowledgment in an odd frame. Right is to understand it, or to say in the end what was wrong with it. */
export const ackFraming = defineFault({
  name: 'ack-framing',
  says: 'the acknowledgment comes in pieces, with LF, without an end block, without a frame, or behind junk',
  parameters: {
    variant: choice(['byte-by-byte', 'split', 'lf', 'no-end', 'none', 'junk'], 'how it is written'),
  },
  make: ({ variant }) => onReply('ack-framing', (_reply, plan) => ({ ...plan, reshape: FORMS[variant] })),
});
