/** Bytes. What is larger is not looked at: a message that nobody can have meant must not fill the memory. */
const LARGEST = 256 * 1024 * 1024;
/** Lines, fields, repetitions, components and subcomponents together. */
const MOST_PARTS = 4_000_000;
const CR = 13;
const LF = 10;

/** Why the bytes are too much for one message; undefined where they are not. */
export function excess(raw: Buffer): string | undefined {
  if (raw.length > LARGEST) return `it has more than ${LARGEST} bytes`;
  return raw.length > MOST_PARTS && hasTooManyParts(raw) ? `it has more than ${MOST_PARTS} parts` : undefined;
}

/** Every part but the first begins behind a line end or a delimiter that MSH declares. */
function hasTooManyParts(raw: Buffer): boolean {
  const header = raw.indexOf('MSH');
  const begins = new Uint8Array(256);
  const declared = header === -1 ? [] : raw.subarray(header + 3, header + 8);
  for (const byte of [CR, LF, ...declared]) begins[byte] = 1;
  let count = 0;
  for (const byte of raw) {
    count += begins[byte] ?? 0;
    if (count > MOST_PARTS) return true;
  }
  return false;
}
