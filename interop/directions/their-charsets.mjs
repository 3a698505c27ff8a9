// Bytes to text by MSH-18: as it is meant, and as HAPI does it. hl7apy leaves it to its caller, which here is `read.py`.
const LATIN = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 15].map((part) => [`8859/${part}`, `iso-8859-${part}`]));
const SETS = {
  ...LATIN,
  UNICODE: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  'GB 18030-2000': 'gb18030',
  'KS X 1001': 'euc-kr',
  'BIG-5': 'big5',
  'ISO IR14': 'shift_jis',
};

/** Sets of two bytes a letter, which HAPI takes for the set of the whole message: then it finds no MSH in it. */
export const HAPI_CANNOT = ['ISO IR87', 'ISO IR159'];

/** By the set that MSH-18 means, the shifts of ISO 2022 included. */
export function decodedAs(bytes) {
  const declared = declaredBy(bytes);
  return declared.some((name) => HAPI_CANNOT.includes(name)) ? shifted(bytes) : decoded(SETS[declared[0]], bytes);
}

/** Only the first repetition counts. */
export function decodedByHapi(bytes) {
  return decoded(SETS[declaredBy(bytes)[0]], bytes);
}

/** The repetitions of MSH-18. */
export function declaredBy(bytes) {
  return (bytes.toString('latin1').split('\r')[0].split('|')[17] ?? '').split('~');
}

/** A set without a name here is ASCII, and every other byte is U+FFFD. */
function decoded(set, bytes) {
  if (set === undefined) return bytes.toString('latin1').replace(/[\x80-\xff]/g, '\ufffd');
  return new TextDecoder(set).decode(bytes);
}

/** JIS X 0208 and JIS X 0212 between their escape sequences, by way of EUC-JP, which has the same rows and cells. */
function shifted(bytes) {
  const euc = bytes
    .toString('latin1')
    .replace(/\x1b\$(B|\(D)([^\x1b]*)\x1b\(B/g, (_, set, text) =>
      text.replace(/../gs, (pair) => (set === 'B' ? '' : '\x8f') + high(pair)),
    );
  return new TextDecoder('euc-jp').decode(Buffer.from(euc, 'latin1'));
}

function high(pair) {
  return String.fromCharCode(...[...pair].map((byte) => byte.charCodeAt(0) | 0x80));
}
