import { Content } from './content.js';
import { type ParseDefect, readHeader } from './header.js';
import { Message } from './message.js';

export type { ParseDefect } from './header.js';

export type ParseResult =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'malformed'; readonly defects: readonly ParseDefect[]; readonly raw: Buffer };

/**
 * Reads the header of a message and leaves the rest until it is asked for. Never throws: bytes without a usable MSH come
 * back as `malformed` with the reason, every other deviation as an observation of the message. The bytes are not copied.
 * `defaultCharset` (a name of table 0211) holds where MSH-18 is empty.
 */
export function parseMessage(bytes: Uint8Array, options?: { readonly defaultCharset?: string }): ParseResult {
  const raw = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const result = readHeader(raw, options?.defaultCharset);
  if (result.kind === 'defect') return { kind: 'malformed', defects: [result.defect], raw };
  return { kind: 'message', message: new Message(new Content(result.header, raw)) };
}
