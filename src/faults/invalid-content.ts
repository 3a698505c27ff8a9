import { parseMessage } from '../hl7/parse.js';
import { tryFieldPath } from '../hl7/path.js';
import { defineFault } from './definition.js';
import { instead } from './edit-bytes.js';
import { choice, text } from './parameter.js';

const VALUES = { empty: '', 'not-a-date': 'abc', 'unknown-code': 'QQ9', 'too-long': 'X'.repeat(2_000) } as const;

/** S20: one field is wrong. Right is AE with 101 to 104, and ERR-2 points at the field. */
export const invalidContent = defineFault({
  name: 'invalid-content',
  says: 'one field is empty, no date or number, a code that no table has, or too long',
  parameters: {
    path: text('PID-7', 'the field: PID-3.1, OBX[2]-5'),
    kind: choice(['not-a-date', 'empty', 'unknown-code', 'too-long'], 'abc, nothing, QQ9, 2,000 letters'),
  },
  make: ({ path, kind }) =>
    instead('invalid-content', (raw) => {
      const parsed = parseMessage(raw);
      const place = tryFieldPath(path);
      if (parsed.kind === 'malformed' || place === undefined) return raw;
      const { message } = parsed;
      return message.first(place.segment) ? message.withRaw(place, VALUES[kind]).serialize() : raw;
    }),
});
