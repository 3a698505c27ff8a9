import { END_BLOCK, START_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { choice, count } from './parameter.js';
import { withBytes } from './plan-bytes.js';

const BYTES = { start: START_BLOCK, end: END_BLOCK } as const;

/** S11: a block character inside the message, which MLLP cannot carry. What was cut off must not be accepted. */
export const controlInBody = defineFault({
  name: 'control-in-body',
  says: 'a start or end block stands inside the message',
  parameters: {
    byte: choice(['start', 'end'], '0B or 1C'),
    at: count(200, 'bytes of the message before it; a shorter message has it before its last byte', 0),
  },
  make: ({ byte, at }): WireFault => ({
    kind: 'wire',
    name: 'control-in-body',
    together: 1,
    apply: (plan) =>
      withBytes(plan, (bytes) => {
        const place = Math.min(at + 1, bytes.length - 3);
        return Buffer.concat([bytes.subarray(0, place), Buffer.of(BYTES[byte]), bytes.subarray(place)]);
      }),
  }),
});
