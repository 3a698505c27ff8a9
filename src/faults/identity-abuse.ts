import { defineFault } from './definition.js';
import { editField, instead } from './edit-bytes.js';
import { choice } from './parameter.js';

const FORMS = {
  'no-authority': (identifiers: string) => identifiers.replace(/\^.*$/, ''),
  'other-authority': (identifiers: string) => identifiers.replace(/\^.*$/, '^^^ELSEWHERE^MR'),
  'two-people': (identifiers: string) => `${identifiers}~99999999^^^PHGH^MR`,
} as const;

/** S36: a record number that does not name one person. Right is AE or a message held back, never another person's record. */
export const identityAbuse = defineFault({
  name: 'identity-abuse',
  says: 'the record number (PID-3) has no authority, another one, or the number of somebody else besides',
  parameters: { variant: choice(['no-authority', 'other-authority', 'two-people'], 'what is wrong with PID-3') },
  make: ({ variant }) => instead('identity-abuse', (raw) => editField(raw, 'PID', 3, FORMS[variant])),
});
