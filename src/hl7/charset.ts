import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeIso2022, encodeIso2022, maskIso2022 } from './iso-2022.js';
import { type Mask, maskBig5, maskGb18030, maskShiftJis } from './multi-byte.js';

/** The character set of a message: the first repetition of MSH-18 (table 0211). */
export interface Charset {
  /** As declared in MSH-18; '' where nothing is declared. */
  readonly name: string;
  /** The IANA name of the codec. */
  readonly iana: string;
  /** Where the name comes from: table 0211, common use outside it, or nobody knows it (read byte by byte). */
  readonly origin: 'table-0211' | 'local' | 'unknown';
  /** UTF-16 and UTF-32 have the bytes of delimiters and of MLLP blocks inside characters: they cannot be carried. */
  readonly isRefused: boolean;
  /** Every byte is the character of the same code, so nothing needs decoding. */
  readonly isByteWise: boolean;
  /** Present where bytes of a character can look like delimiters. */
  readonly mask: Mask | undefined;
  decode(bytes: Buffer): string;
  /** undefined where `text` has a character that the set lacks. */
  encode(text: string): Buffer | undefined;
  /** False where the bytes cannot be text of this set. */
  accepts(bytes: Buffer): boolean;
}

type Codec = Omit<Charset, 'name' | 'origin' | 'isRefused'>;

/** Whether `name` is one of UTF-16 and UTF-32. */
export function isRefusedCharset(name: string): boolean {
  return /^(?:UNICODE )?UTF-?(?:16|32)/i.test(name);
}

/** The set for the repetitions of MSH-18. Further repetitions matter where they switch by ISO 2022 (ISO IR87, ISO IR159). */
export function charsetOf(declared: readonly string[]): Charset {
  const key = declared.join('~');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make(declared);
  if (cache.size < 1000) cache.set(key, made);
  return made;
}

const cache = new Map<string, Charset>();

function make(declared: readonly string[]): Charset {
  const refused = declared.find(isRefusedCharset);
  const name = refused ?? declared[0] ?? '';
  const isRefused = refused !== undefined;
  if (declared.some((set) => JAPANESE.includes(set)) && SEVEN_BIT.includes(name)) {
    return { ...japanese, name, origin: 'table-0211', isRefused };
  }
  const registered = TABLE_0211[name];
  if (registered !== undefined) return { ...registered(), name, origin: 'table-0211', isRefused };
  const local = LOCAL[name.toLowerCase().replace(/[ _]/g, '-')];
  if (local !== undefined) return { ...local(), name, origin: 'local', isRefused };
  return { ...ascii, name, origin: 'unknown', isRefused };
}

/** Bytes above 7F that nobody declared are kept as ISO 8859-1 reads them, so that no information is lost. */
const ascii: Codec = byteWise('us-ascii', (bytes) => bytes.every((byte) => byte < 0x80));

function byteWise(iana: string, accepts: Charset['accepts']): Codec {
  const encode = (text: string) => (/^[\0-\xff]*$/.test(text) ? Buffer.from(text, 'latin1') : undefined);
  return { iana, isByteWise: true, mask: undefined, accepts, encode, decode: (bytes) => bytes.toString('latin1') };
}

const utf8: Codec = {
  iana: 'utf-8',
  isByteWise: false,
  mask: undefined,
  accepts: isUtf8,
  decode: (bytes) => bytes.toString('utf8'),
  encode: (text) => {
    const bytes = Buffer.from(text, 'utf8');
    return bytes.toString('utf8') === text ? bytes : undefined; // a lone surrogate is no character
  },
};

const japanese: Codec = {
  iana: 'iso-2022-jp',
  isByteWise: false,
  mask: maskIso2022,
  accepts: (bytes) => !decodeIso2022(bytes).includes(REPLACEMENT),
  decode: decodeIso2022,
  encode: encodeIso2022,
};

const REPLACEMENT = '\uFFFD';

/** Sets that Node decodes (WHATWG) and iconv-lite encodes. */
function coded(iana: string, mask?: Mask): Codec {
  const decoder = new TextDecoder(iana, { ignoreBOM: true });
  const decode = (bytes: Buffer) => decoder.decode(bytes);
  return {
    iana,
    isByteWise: false,
    mask,
    decode,
    encode: encoder(iana),
    accepts: (b) => !decode(b).includes(REPLACEMENT),
  };
}

/** Single-byte sets: iconv-lite both ways, since WHATWG reads 8859-1 and 8859-9 as Windows sets. */
function singleByte(iana: string): Codec {
  const decode = (bytes: Buffer) => iconv.decode(bytes, iana, { stripBOM: false });
  const accepts = (bytes: Buffer) => !decode(bytes).includes(REPLACEMENT);
  return { iana, isByteWise: false, mask: undefined, decode, encode: encoder(iana), accepts };
}

function encoder(iana: string): Charset['encode'] {
  return (text) => {
    const bytes = iconv.encode(text, iana);
    return iconv.decode(bytes, iana, { stripBOM: false }) === text ? bytes : undefined;
  };
}

/** JIS X 0201 is the single-byte part of Shift_JIS. */
function jisX0201(): Codec {
  const codec = coded('shift_jis');
  const encode = (text: string) => {
    const bytes = codec.encode(text);
    return bytes?.length === text.length ? bytes : undefined;
  };
  return { ...codec, iana: 'jis_x0201', encode };
}

/** EUC-TW: its bytes never look like delimiters, but neither library reads it; bytes pass through one by one. */
const eucTw: Codec = { ...byteWise('euc-tw', () => true) };

const JAPANESE: readonly string[] = ['ISO IR87', 'ISO IR159'];
const SEVEN_BIT: readonly string[] = ['', 'ASCII', 'ISO IR6', 'ISO IR14', ...JAPANESE];

const latin = (part: number) => (): Codec =>
  part === 1 ? byteWise('iso-8859-1', () => true) : singleByte(`iso-8859-${part}`);

const TABLE_0211: Readonly<Record<string, () => Codec>> = {
  '': () => ascii,
  ASCII: () => ascii,
  'ISO IR6': () => ascii,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 15].map((part) => [`8859/${part}`, latin(part)])),
  'ISO IR14': jisX0201,
  'UNICODE UTF-8': () => utf8,
  UNICODE: () => utf8,
  'GB 18030-2000': () => coded('gb18030', maskGb18030),
  'KS X 1001': () => coded('euc-kr'),
  'CNS 11643-1992': () => eucTw,
  'BIG-5': () => coded('big5', maskBig5),
};

/** Names that senders use although table 0211 does not have them. */
const LOCAL: Readonly<Record<string, () => Codec>> = {
  'us-ascii': () => ascii,
  'utf-8': () => utf8,
  utf8: () => utf8,
  'unicode-utf8': () => utf8,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 15].map((part) => [`iso-8859-${part}`, latin(part)])),
  ...Object.fromEntries(
    [1250, 1251, 1252, 1253, 1254, 1257].map((n) => [`windows-${n}`, () => singleByte(`windows-${n}`)]),
  ),
  'shift-jis': () => coded('shift_jis', maskShiftJis),
  sjis: () => coded('shift_jis', maskShiftJis),
  'windows-31j': () => coded('shift_jis', maskShiftJis),
  'euc-jp': () => coded('euc-jp'),
  'euc-kr': () => coded('euc-kr'),
  gb18030: () => coded('gb18030', maskGb18030),
  gbk: () => coded('gb18030', maskGb18030),
  gb2312: () => coded('gb18030', maskGb18030),
  big5: () => coded('big5', maskBig5),
};
