import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { choice } from './parameter.js';

const USUAL = '|^~\\&';
const COLONS = ':;~\\&';

/** Every usual delimiter becomes the one at its place in `delimiters`. */
function delimitedBy(raw: Buffer, delimiters: string): Buffer {
  const swapped = (text: string): string => text.replace(/[|^~\\&]/g, (one) => delimiters[USUAL.indexOf(one)] ?? one);
  return Buffer.from(swapped(raw.toString('latin1')), 'latin1');
}

const named =
  (text: string) =>
  (raw: Buffer): Buffer =>
    editField(raw, 'PID', 5, (name) => `${text}${name}`);

const FORMS = {
  colons: (raw: Buffer) => delimitedBy(raw, COLONS),
  // A fifth character is of 2.7: before, MSH-2 has four (§2.15.9.2), and a longer one is wrong.
  truncation: (raw: Buffer) =>
    editField(
      editField(raw, 'MSH', 2, () => '^~\\&#'),
      'MSH',
      12,
      () => '2.7',
    ),
  'hex-escape': named('\\X4D\\'),
  'escaped-escape': named('A\\E\\B'),
  'unknown-escape': named('A\\Q\\B'),
} as const;

/** S21: other delimiters than the usual, or escapes that few systems know. Right is to understand them and to keep them. */
export const oddDelimiters = defineFault({
  name: 'odd-delimiters',
  says: 'the message has unusual delimiters or escapes',
  parameters: {
    variant: choice(
      ['colons', 'truncation', 'hex-escape', 'escaped-escape', 'unknown-escape'],
      'MSH:;~\\&: , a fifth character in MSH-2 of a 2.7 message, and \\X4D\\, \\E\\ or \\Q\\ in the name',
    ),
  },
  make: ({ variant }) => instead('odd-delimiters', FORMS[variant]),
});
