import type { DefectName, Defects } from '../defects.js';
import { type Header, readHeader, segmentFields } from '../header.js';
import { editField, withoutSegment } from './edit.js';

/** An acknowledgment as the defects that are on make it; the very bytes where none is. */
export function spoiledAcknowledgment(bytes: Buffer, trigger: Header, defects: Defects): Buffer {
  if (defects.isNone) return bytes;
  return SPOILERS.reduce((spoilt, [name, spoil]) => (defects.has(name) ? spoil(spoilt, trigger) : spoilt), bytes);
}

const SPOILERS: readonly (readonly [DefectName, (bytes: Buffer, trigger: Header) => Buffer])[] = [
  ['constant-ack-id', (bytes) => editField(bytes, 'MSH', 9, () => 'ACK')],
  ['no-err-segment', (bytes) => withoutSegment(bytes, 'ERR')],
  ['reencodes-control-id', (bytes) => editField(bytes, 'MSA', 2, (id) => Buffer.from(id).toString('latin1'))],
  ['reuses-control-id', (bytes, trigger) => editField(bytes, 'MSH', 9, () => trigger.field(10))],
  ['swapped-header-wrong', toTheReceiver],
  ['trims-control-id', (bytes) => editField(bytes, 'MSA', 2, (id) => id.trim().replace(/^0+/, ''))],
  ['wrong-err-location', withNextField],
];

function toTheReceiver(bytes: Buffer, trigger: Header): Buffer {
  const application = editField(bytes, 'MSH', 4, () => trigger.field(5));
  return editField(application, 'MSH', 5, () => trigger.field(6));
}

/** ERR-2.3 up to 2.4 stands in ERR-1.3. */
function withNextField(bytes: Buffer): Buffer {
  const split = readHeader(bytes)?.encoding[0] ?? '^';
  const next = (place: string): string => {
    const parts = place.split(split);
    return parts.map((part, at) => (at === 2 && part !== '' ? `${Number(part) + 1}` : part)).join(split);
  };
  const isLocated = (segmentFields(bytes, 'ERR', readHeader(bytes)?.separator ?? '|')?.[1] ?? '') === '';
  return editField(bytes, 'ERR', isLocated ? 2 : 1, next);
}
