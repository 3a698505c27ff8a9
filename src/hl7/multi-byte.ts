/**
 * In Shift_JIS, GB 18030, Big5 and the 7-bit Japanese sets the second byte of a character can be a delimiter
 * (5C 5E 7C 7E). A mask sets the high bit of every byte that belongs to a multi-byte character, so that a structure
 * made of 7-bit delimiters can be looked up in bytes of unchanged length and offsets.
 */
export type Mask = (bytes: Buffer) => Buffer;

/** How many bytes the character at `at` takes, when its first byte is not ASCII. */
type CharacterLength = (bytes: Buffer, at: number) => number;

export const maskShiftJis: Mask = (bytes) => maskPairs(bytes, shiftJisLength);
export const maskBig5: Mask = (bytes) => maskPairs(bytes, big5Length);
export const maskGb18030: Mask = (bytes) => maskPairs(bytes, gb18030Length);

function maskPairs(bytes: Buffer, lengthAt: CharacterLength): Buffer {
  const masked = Buffer.from(bytes);
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const end = byte < 0x80 ? at + 1 : Math.min(at + lengthAt(bytes, at), bytes.length);
    for (let i = at + 1; i < end; i++) masked[i] = (bytes[i] ?? 0) | 0x80;
    at = end;
  }
  return masked;
}

function shiftJisLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
  const trail = bytes[at + 1] ?? 0;
  return isLead && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc ? 2 : 1;
}

function big5Length(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1] ?? 0;
  const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
  return lead >= 0x81 && lead <= 0xfe && isTrail ? 2 : 1;
}

function gb18030Length(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0x81 || lead > 0xfe) return 1;
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return 2;
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  const isFour = isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(fourth);
  return isFour ? 4 : 1;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
