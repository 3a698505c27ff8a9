import { defineFault } from './definition.js';
import { instead } from './edit-bytes.js';
import { choice } from './parameter.js';

const CR = '\r';

const FORMS = {
  'header-only': (text: string) => text.slice(0, text.indexOf(CR) + 1),
  empty: () => '',
  'no-final-cr': (text: string) => text.replace(/\r+$/, ''),
  lf: (text: string) => text.replaceAll(CR, '\n'),
  crlf: (text: string) => text.replaceAll(CR, '\r\n'),
} as const;

/** S12: a message at the edge of being one. Right is AE or AR with 100 or 101, or to accept what a site tolerates. */
export const degenerateMessage = defineFault({
  name: 'degenerate-message',
  says: 'the message is empty, has only a header, or separates its segments otherwise',
  parameters: {
    variant: choice(
      ['header-only', 'empty', 'no-final-cr', 'lf', 'crlf'],
      'MSH alone, no byte at all, no CR at the end, LF or CR LF behind each segment',
    ),
  },
  make: ({ variant }) =>
    instead('degenerate-message', (raw) => Buffer.from(FORMS[variant](raw.toString('latin1')), 'latin1')),
});
