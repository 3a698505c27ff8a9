import { defineFault } from './definition.js';
import { instead, withLines } from './edit-bytes.js';
import { choice } from './parameter.js';

const line = (text: string): Buffer => Buffer.from(`${text}\r`);
const HEAD = line('BHS|^~\\&|PIPEHAT');

const FORMS = {
  batch: (raw: Buffer) => Buffer.concat([HEAD, raw, line('BTS|1')]),
  'wrong-count': (raw: Buffer) => Buffer.concat([HEAD, raw, line('BTS|2')]),
  'no-messages': () => Buffer.concat([HEAD, line('BTS|0')]),
  'missing-fragment': (raw: Buffer) => withLines(raw, 'DSC|MORE|F'),
} as const;

/** S25: a batch where one message was expected, or the first part of a message that never goes on. Right is no AA. */
export const batchAndContinuation = defineFault({
  name: 'batch-and-continuation',
  says: 'the message comes as a batch, or with a continuation that never comes',
  parameters: {
    variant: choice(
      ['wrong-count', 'batch', 'no-messages', 'missing-fragment'],
      'BTS-1 says 2, a right batch of one, a batch of none, DSC without a next part',
    ),
  },
  make: ({ variant }) => instead('batch-and-continuation', FORMS[variant]),
});
