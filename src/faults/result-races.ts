import { defineFault } from './definition.js';
import { editField } from './edit-bytes.js';
import type { MessageFault } from './fault.js';
import { choice, duration } from './parameter.js';

const next = (raw: Buffer): Buffer => editField(raw, 'MSH', 10, (id) => `${id.slice(0, 18)}-2`);
const withStatus = (raw: Buffer, status: string): Buffer =>
  editField(
    editField(raw, 'OBR', 25, () => status),
    'OBX',
    11,
    () => status,
  );

const FORMS = {
  twice: (raw: Buffer) => [raw, next(raw)],
  regress: (raw: Buffer) => [raw, withStatus(next(raw), 'P')],
  'correction-first': (raw: Buffer) => [withStatus(next(raw), 'C'), raw],
} as const;

/** R27: a result comes twice, an older state behind a newer one, or a correction of what never came. It is filed once. */
export const resultRaces = defineFault({
  name: 'result-races',
  says: 'a result comes again, goes back to preliminary, or is corrected before it came',
  parameters: {
    variant: choice(['twice', 'regress', 'correction-first'], 'what comes besides, under a control id of its own'),
    gap: duration(0, 'wait between the two'),
  },
  make: ({ variant, gap }): MessageFault => ({
    kind: 'message',
    name: 'result-races',
    apply: (raw) => FORMS[variant](raw).map((each, n) => ({ raw: each, afterMs: n === 0 ? 0 : gap })),
  }),
});
