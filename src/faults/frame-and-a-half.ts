import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { count, duration } from './parameter.js';
import { write, writtenBytes } from './plan-bytes.js';

/** S05: one frame and the beginning of the next in one write. The first is answered now, the second when it is whole, none twice. */
export const frameAndAHalf = defineFault({
  name: 'frame-and-a-half',
  says: 'a message and the beginning of the next are written at once, the rest after a pause',
  parameters: {
    bytes: count(20, 'bytes of the second frame that come with the first, start block included'),
    pause: duration(500, 'wait before the rest'),
  },
  make: ({ bytes, pause }): WireFault => ({
    kind: 'wire',
    name: 'frame-and-a-half',
    together: 2,
    apply: (plan) => {
      const [first, ...rest] = plan;
      const second = writtenBytes(rest);
      // At least one byte of it is kept back; a message that lacks company is written as it is.
      const cut = Math.min(bytes, second.length - 1);
      if (first?.kind !== 'write' || cut < 1) return plan;
      const begun = write(Buffer.concat([first.bytes, second.subarray(0, cut)]));
      return [begun, { kind: 'pause', ms: pause }, write(second.subarray(cut))];
    },
  }),
});
