import iconv from 'iconv-lite';

/**
 * ISO IR87 (JIS X 0208) and ISO IR159 (JIS X 0212) as Japanese systems send them: ISO 2022 escape sequences switch a
 * 7-bit stream between ASCII and two-byte sets; the end of a segment switches back. Text passes through EUC-JP, which
 * has the same rows and cells with the high bit set.
 */
type Shift = 'ascii' | 'katakana' | 'jis0208' | 'jis0212';

const ESC = 0x1b;
const SEQUENCES: readonly (readonly [string, Shift])[] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(I', 'katakana'],
  ['$B', 'jis0208'],
  ['$@', 'jis0208'],
  ['$(D', 'jis0212'],
];
/** EUC-JP's single shifts: half-width katakana, JIS X 0212. */
const SS2 = 0x8e;
const SS3 = 0x8f;
const eucJp = new TextDecoder('euc-jp', { ignoreBOM: true });

/** Sets the high bit of escape sequences and of every byte of the shifted sets; see multi-byte.ts. */
export function maskIso2022(bytes: Buffer): Buffer {
  const masked = Buffer.from(bytes);
  let shift: Shift = 'ascii';
  for (let at = 0; at < bytes.length; ) {
    const sequence = sequenceAt(bytes, at);
    const width = sequence === undefined ? 1 : sequence[0].length + 1;
    const byte = bytes[at] ?? 0;
    shift = sequence?.[1] ?? (isLineEnd(byte) ? 'ascii' : shift);
    const isShifted = sequence !== undefined || (shift !== 'ascii' && byte > 0x20 && byte < 0x7f);
    for (let i = at; isShifted && i < at + width; i++) masked[i] = (bytes[i] ?? 0) | 0x80;
    at += width;
  }
  return masked;
}

export function decodeIso2022(bytes: Buffer): string {
  const euc: number[] = [];
  let shift: Shift = 'ascii';
  for (let at = 0; at < bytes.length; ) {
    const sequence = sequenceAt(bytes, at);
    const byte = bytes[at] ?? 0;
    shift = sequence?.[1] ?? (isLineEnd(byte) ? 'ascii' : shift);
    at += sequence === undefined ? pushCharacter(euc, bytes, at, shift) : sequence[0].length + 1;
  }
  return eucJp.decode(Uint8Array.from(euc));
}

/** undefined where a character is in none of the sets. */
export function encodeIso2022(text: string): Buffer | undefined {
  const euc = iconv.encode(text, 'euc-jp');
  if (iconv.decode(euc, 'euc-jp') !== text) return undefined;
  const out: number[] = [];
  let shift: Shift = 'ascii';
  for (let at = 0; at < euc.length; ) {
    const [wanted, skip, width] = kindOf(euc[at] ?? 0);
    if (wanted !== shift) out.push(ESC, ...announcement(wanted));
    shift = wanted;
    for (const byte of euc.subarray(at + skip, at + skip + width)) out.push(byte & 0x7f);
    at += skip + width;
  }
  if (shift !== 'ascii') out.push(ESC, ...announcement('ascii'));
  return Buffer.from(out);
}

/** Appends one character in EUC-JP and returns the number of bytes read. */
function pushCharacter(euc: number[], bytes: Buffer, at: number, shift: Shift): number {
  const byte = bytes[at] ?? 0;
  const isShifted = byte > 0x20 && byte < 0x7f;
  if (!isShifted || shift === 'ascii') {
    // 8-bit katakana of JIS X 0201 (ISO IR14) needs no shift.
    if (byte >= 0xa1 && byte <= 0xdf) euc.push(SS2, byte);
    else euc.push(byte);
    return 1;
  }
  if (shift === 'katakana') {
    euc.push(SS2, byte | 0x80);
    return 1;
  }
  if (shift === 'jis0212') euc.push(SS3);
  euc.push(byte | 0x80, (bytes[at + 1] ?? 0) | 0x80);
  return 2;
}

/** What an EUC-JP character begins with: the set, the bytes to skip, the bytes to take. */
function kindOf(byte: number): readonly [Shift, number, number] {
  if (byte < 0x80) return ['ascii', 0, 1];
  if (byte === SS2) return ['katakana', 1, 1];
  return byte === SS3 ? ['jis0212', 1, 2] : ['jis0208', 0, 2];
}

function announcement(shift: Shift): Buffer {
  return Buffer.from(SEQUENCES.find(([, set]) => set === shift)?.[0] ?? '', 'latin1');
}

function sequenceAt(bytes: Buffer, at: number): readonly [string, Shift] | undefined {
  if (bytes[at] !== ESC) return undefined;
  const rest = bytes.toString('latin1', at + 1, at + 4);
  return SEQUENCES.find(([text]) => rest.startsWith(text));
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0d || byte === 0x0a;
}
