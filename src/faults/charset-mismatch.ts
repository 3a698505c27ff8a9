import { defineFault } from './definition.js';
import { editField, editFirst, instead } from './edit-bytes.js';
import { choice } from './parameter.js';

/** MSH-18, and the bytes (one character each) that come before the family name. */
const FORMS = {
  latin1: ['8859/1', '\xc4\xd6'],
  'undeclared-utf8': ['', '\xc3\x84\xc3\x96'],
  'invalid-utf8': ['UNICODE UTF-8', '\xc3\x28'],
  gb18030: ['GB 18030-2000', '\xcd\xf5'],
} as const;

/** S23: the bytes of the name and MSH-18 are right but unusual, or do not agree. Right is the right text or AE, never another text. */
export const charsetMismatch = defineFault({
  name: 'charset-mismatch',
  says: 'the name is in a set that few send, or in another one than MSH-18 says',
  parameters: {
    variant: choice(
      ['latin1', 'undeclared-utf8', 'invalid-utf8', 'gb18030'],
      'C4 D6 as 8859/1, UTF-8 with an empty MSH-18, C3 28 as UTF-8, CD F5 as GB 18030',
    ),
  },
  make: ({ variant }) =>
    instead('charset-mismatch', (raw) => {
      const [declared, bytes] = FORMS[variant];
      const plain = editFirst(raw, 'PID', 5, (family) => bytes + family.replace(/[^\x20-\x7e]/g, ''));
      return editField(plain, 'MSH', 18, () => declared);
    }),
});
