import type { Defects } from './defects.js';
import { editField } from './spoil/edit.js';
import { spoiledMessage } from './spoil/forwarded.js';
import { type StoredMessage, spliced } from './stored-message.js';

/**
 * The bytes that a destination is sent: those that came, but for the redirected numbers. `resends` counts how often the
 * message was sent before; only a defect makes that a difference.
 */
export function outgoing(message: StoredMessage, resends: number, defects: Defects): Buffer {
  if (defects.isNone) return spliced(message.raw, message.splices);
  const bytes = defects.has('keeps-merged-id') ? message.raw : spliced(message.raw, message.splices);
  const spoilt = spoiledMessage(bytes, defects);
  return resends > 0 && defects.has('new-id-on-resend') ? withNewId(spoilt, resends) : spoilt;
}

function withNewId(bytes: Buffer, resends: number): Buffer {
  // In MSH the separator itself is field 1, so MSH-10 is the ninth piece after the name.
  return editField(bytes, 'MSH', 9, (id) => `${id.slice(0, 17)}R${resends}`);
}
