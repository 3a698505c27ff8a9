import { editField, editFields, withoutSegment } from './edit.js';
import { isResult } from './results.js';

/** ORC-7.6 and OBR-27.6 (TQ), and TQ1-9. */
export function withoutPriority(bytes: Buffer): Buffer {
  const withoutSixth = (timing: string): string => timing.split('^').slice(0, 5).join('^');
  const inOrc = editField(bytes, 'ORC', 7, withoutSixth);
  return editField(editField(inOrc, 'OBR', 27, withoutSixth), 'TQ1', 9, () => '');
}

/** A dose that was refused (RE), missed (NA) or taken in part (PA) as a complete one (CP). */
export function withoutReason(bytes: Buffer): Buffer {
  return editFields(bytes, 'RXA', (fields) => {
    const completion = fields[20];
    return completion ? fields.with(18, '').with(20, completion.replace(/RE|NA|PA/, 'CP')) : fields;
  });
}

/** ORC-16, and the notes in which older systems repeat it. */
export function withoutOrderReason(bytes: Buffer): Buffer {
  if (isResult(bytes)) return bytes;
  return editField(withoutSegment(bytes, 'NTE'), 'ORC', 16, () => '');
}
