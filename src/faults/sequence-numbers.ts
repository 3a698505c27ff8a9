import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { text } from './parameter.js';

/** S26: a number in MSH-13 that is not the next one. By the sequence number protocol MSA-4 names the one that is expected. */
export const sequenceNumbers = defineFault({
  name: 'sequence-numbers',
  says: 'the sequence number (MSH-13) begins a link, resynchronises it, leaves numbers out, or repeats one',
  parameters: { number: text('999999', 'MSH-13: 0 begins the link, -1 resynchronises it') },
  make: ({ number }) => instead('sequence-numbers', (raw) => editField(raw, 'MSH', 13, () => number)),
});
