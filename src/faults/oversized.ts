import { defineFault } from './definition.js';
import { instead, withLines } from './edit-bytes.js';
import { choice, count } from './parameter.js';

const FORMS = {
  field: (kilobytes: number) => [`ZPH|${'0123456789abcdef'.repeat(kilobytes * 64)}`],
  document: (kilobytes: number) => [
    `OBX|1|ED|PDF^Document^L||^application^pdf^Base64^${'QUJD'.repeat(kilobytes * 256)}||||||F`,
  ],
  segments: (kilobytes: number) =>
    Array.from({ length: kilobytes * 16 }, (_, n) => `ZPH|${`${n + 1}`.padStart(8, '0')}|${'x'.repeat(50)}`),
} as const;

/** S24: a message of megabytes, which the standard allows. Right is to keep every byte, or AE that says so; never to hang. */
export const oversized = defineFault({
  name: 'oversized',
  says: 'the message grows by one huge field, a document, or thousands of segments',
  parameters: {
    in: choice(
      ['field', 'document', 'segments'],
      'one field of a ZPH segment, OBX-5 as ED, or ZPH segments of 64 bytes',
    ),
    kilobytes: count(1_024, 'by how much it grows'),
  },
  make: ({ in: where, kilobytes }) => instead('oversized', (raw) => withLines(raw, ...FORMS[where](kilobytes))),
});
