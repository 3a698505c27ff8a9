import { ascii, type Codec, eucTw, japanese, jisX0201, latin1, multiByte, singleByte, utf8 } from './codec.js';
import { maskBig5, maskGb18030, maskShiftJis } from './multi-byte.js';

/** The character set of a message: the first repetition of MSH-18 (table 0211). */
export interface Charset extends Codec {
  /** As declared in MSH-18; '' where nothing is declared. */
  readonly name: string;
  /** Where the name comes from: table 0211, common use outside it, or nobody knows it (read byte by byte). */
  readonly origin: 'table-0211' | 'local' | 'unknown';
  /** UTF-16 and UTF-32 have the bytes of delimiters and of MLLP blocks inside characters: they cannot be carried. */
  readonly isRefused: boolean;
}

/** The set for the repetitions of MSH-18. Further repetitions matter where they switch by ISO 2022 (ISO IR87, ISO IR159). */
export function charsetOf(declared: readonly string[]): Charset {
  const key = declared.join('~');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make(declared);
  if (cache.size < CACHE_LIMIT) cache.set(key, made);
  return made;
}

/** Names come from outside; the table of those met must not grow without bound. */
const CACHE_LIMIT = 1000;
const cache = new Map<string, Charset>();

function make(declared: readonly string[]): Charset {
  const refused = declared.find((set) => REFUSED.test(set));
  const name = refused ?? declared[0] ?? '';
  const isRefused = refused !== undefined;
  if (SEVEN_BIT.includes(name) && declared.some((set) => SHIFTED.includes(set))) {
    return { ...japanese, name, origin: 'table-0211', isRefused };
  }
  const registered = TABLE_0211.get(name);
  if (registered !== undefined) return { ...registered(), name, origin: 'table-0211', isRefused };
  const local = LOCAL.get(name.toLowerCase().replace(/[ _]/g, '-'));
  if (local !== undefined) return { ...local(), name, origin: 'local', isRefused };
  return { ...ascii, name, origin: 'unknown', isRefused };
}

const REFUSED = /^(?:UNICODE )?UTF-?(?:16|32)/i;
const SHIFTED: readonly string[] = ['ISO IR87', 'ISO IR159'];
const SEVEN_BIT: readonly string[] = ['', 'ASCII', 'ISO IR6', 'ISO IR14', ...SHIFTED];

type Entry = readonly [string, () => Codec];

/** ISO 8859 under the names that `nameOf` gives its parts. */
function iso8859(nameOf: (part: number) => string): readonly Entry[] {
  const parts = [2, 3, 4, 5, 6, 7, 8, 9, 15].map((part): Entry => [nameOf(part), () => singleByte(`iso-8859-${part}`)]);
  return [[nameOf(1), () => latin1], ...parts];
}

const TABLE_0211 = new Map<string, () => Codec>([
  ['', () => ascii],
  ['ASCII', () => ascii],
  ['ISO IR6', () => ascii],
  ['ISO IR14', jisX0201],
  ...iso8859((part) => `8859/${part}`),
  ['UNICODE UTF-8', () => utf8],
  ['UNICODE', () => utf8],
  ['GB 18030-2000', () => multiByte('gb18030', maskGb18030)],
  ['KS X 1001', () => multiByte('euc-kr')],
  ['CNS 11643-1992', () => eucTw],
  ['BIG-5', () => multiByte('big5', maskBig5)],
]);

/** Names that senders use although table 0211 does not have them, in lower case with hyphens. */
const LOCAL = new Map<string, () => Codec>([
  ['us-ascii', () => ascii],
  ['utf-8', () => utf8],
  ['utf8', () => utf8],
  ['unicode-utf8', () => utf8],
  ...iso8859((part) => `iso-8859-${part}`),
  ...[1250, 1251, 1252, 1253, 1254, 1257].map((n): Entry => [`windows-${n}`, () => singleByte(`windows-${n}`)]),
  ['shift-jis', () => multiByte('shift_jis', maskShiftJis)],
  ['sjis', () => multiByte('shift_jis', maskShiftJis)],
  ['windows-31j', () => multiByte('shift_jis', maskShiftJis)],
  ['iso-2022-jp', () => japanese],
  ['euc-jp', () => multiByte('euc-jp')],
  ['euc-kr', () => multiByte('euc-kr')],
  ['gb18030', () => multiByte('gb18030', maskGb18030)],
  ['gbk', () => multiByte('gb18030', maskGb18030)],
  ['gb2312', () => multiByte('gb18030', maskGb18030)],
  ['big5', () => multiByte('big5', maskBig5)],
]);
