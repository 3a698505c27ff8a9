import { defineFault } from './definition.js';
import { editFirst, instead } from './edit-bytes.js';
import { choice } from './parameter.js';

const PLACES = {
  patient: [['PID', 3]],
  order: [
    ['ORC', 2],
    ['OBR', 2],
  ],
  visit: [['PV1', 19]],
} as const;

/** S18: a patient, an order or a visit that nobody has ever heard of. Right is AE with 204, or to hold the message back. */
export const unknownReference = defineFault({
  name: 'unknown-reference',
  says: 'the message speaks of a patient, an order or a visit that nobody knows',
  parameters: { which: choice(['patient', 'order', 'visit'], 'PID-3, ORC-2 with OBR-2, or PV1-19') },
  make: ({ which }) =>
    instead('unknown-reference', (raw, random) => {
      const unknown = `U${random.integer(10_000_000, 99_999_999)}`;
      return PLACES[which].reduce<Buffer>(
        (text, [segment, field]) => editFirst(text, segment, field, () => unknown),
        raw,
      );
    }),
});
