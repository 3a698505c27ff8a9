import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { choice } from './parameter.js';

const ANSWER = /^MSH.{5}(?:[^\r]*?)(ORR|ORL|ORG|ORI|ORP|RRE|RRD|RRA)/;

const FORMS = {
  UA: (raw: Buffer) => editField(raw, 'ORC', 1, () => 'UA'),
  UC: (raw: Buffer) => editField(raw, 'ORC', 1, () => 'UC'),
  'no-filler-number': (raw: Buffer) => editField(raw, 'ORC', 3, () => ''),
} as const;

/** R26: an answer that refuses an order, or accepts it without a number of the filler. The order must not live on as a ghost. */
export const orderAnswer = defineFault({
  name: 'order-answer',
  says: 'our answer to an order refuses it, cannot cancel it, or gives no filler number',
  parameters: { variant: choice(['UA', 'UC', 'no-filler-number'], 'ORC-1, or an empty ORC-3') },
  make: ({ variant }) =>
    instead('order-answer', (raw) => (ANSWER.test(raw.toString('latin1')) ? FORMS[variant](raw) : raw)),
});
