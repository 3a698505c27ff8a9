/** Characters of a raw view at most: a document of 10 MB is in the journal, not in a page for people. */
const RAW_LIMIT = 20_000;

/** The bytes that HL7 people know by name; every terminator also ends a line of the view. */
const NAMED: Readonly<Record<string, string>> = {
  '\r': '<CR>\n',
  '\n': '<LF>\n',
  '\r\n': '<CR><LF>\n',
  '\u000b': '<VT>',
  '\u001c': '<FS>',
};

/** Bytes as text that shows everything: UTF-8 where it is valid, else ASCII with the other bytes as `\xC4`. */
export function visibleBytes(raw: Buffer): string {
  const shown = raw.subarray(0, RAW_LIMIT);
  const text = decode(shown).replace(/\r\n|[\r\n\u000b\u001c]/g, (found) => NAMED[found] ?? found);
  return raw.length > shown.length ? `${text}\n${more(raw.length - shown.length, 'bytes')}` : text;
}

/** The first `limit` characters, and how many there are more. */
export function clipped(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}${more(text.length - limit, 'characters')}` : text;
}

function more(count: number, unit: string): string {
  return `\u2026 (${count.toLocaleString('en-GB')} ${unit} more in the journal)`;
}

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
