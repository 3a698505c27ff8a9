const CR = 13;
const LF = 10;

/** Lines that end in the bytes: CR, LF, or both as one. */
export function countLineEnds(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) lines++;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) if (bytes[at - 1] !== CR) lines++;
  return lines;
}

/** Where something stands that is neither white space nor a byte of an MLLP frame; -1 where nothing does. */
export function firstText(bytes: Buffer): number {
  return bytes.findIndex((byte) => byte > 32);
}

const END_BLOCK = 28;
const START_BLOCK = 11;

/** Without what is left of an MLLP frame around a message: its end block, and the start block of the next one. */
export function withoutFrame(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END_BLOCK);
  if (end !== -1 && firstText(bytes.subarray(end)) === -1) return bytes.subarray(0, end);
  return bytes.at(-1) === START_BLOCK ? bytes.subarray(0, -1) : bytes;
}

/** Segments that a log wrote on one line, parted by a backslash and an r or n; elsewhere the same bytes. */
export function unfolded(bytes: Buffer): Buffer {
  if (!bytes.includes('\\r') && !bytes.includes('\\n')) return bytes;
  const text = bytes.toString('latin1');
  const separator = text.charAt(3);
  if (/[\r\n]./.test(text.trim())) return bytes;
  const line = text.replace(/(?:\\r\\n|\\r|\\n)(?=[A-Z][A-Z0-9]{2}(.)|[\r\n]*$)/g, (found, next: string | undefined) =>
    next === undefined || next === separator ? '\r' : found,
  );
  return line === text ? bytes : Buffer.from(line, 'latin1');
}
