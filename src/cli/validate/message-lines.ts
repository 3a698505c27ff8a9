import type { Mode } from '../../conformance/mode.js';
import { charsetOf } from '../../hl7/charset.js';
import { readHeader } from '../../hl7/header.js';
import { LineCursor } from '../../hl7/lines.js';

/** The lines of a message as the engine counts them in this mode, decoded. */
export function messageLines(bytes: Uint8Array, { quirks }: Mode): readonly string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (quirks.everyLineFeedEndsLine) return raw.toString('utf8').split(/\r\n|\r|\n/);
  const result = readHeader(raw);
  const charset = result.kind === 'header' ? result.header.charset : charsetOf([]);
  const text = charset.decode(raw);
  const cursor = new LineCursor(
    text,
    markLength(text),
    result.kind === 'header' ? result.header.delimiters.field : '|',
  );
  const lines: string[] = [];
  while (cursor.advance()) lines.push(text.slice(cursor.start, cursor.end));
  return lines;
}

/** A byte order mark, decoded or byte by byte, is no part of the first line. */
function markLength(text: string): number {
  if (text.startsWith('\ufeff')) return 1;
  return text.startsWith('\xef\xbb\xbf') ? 3 : 0;
}
