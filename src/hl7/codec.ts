import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeIso2022, encodeIso2022, maskIso2022 } from './iso-2022.js';
import type { Mask } from './multi-byte.js';

/** How bytes of one character set become text and back. */
export interface Codec {
  /** The IANA name. */
  readonly iana: string;
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

const REPLACEMENT = '\uFFFD';

function byteWise(iana: string, accepts: Codec['accepts']): Codec {
  const encode = (text: string) => (/^[\0-\xff]*$/.test(text) ? Buffer.from(text, 'latin1') : undefined);
  return { iana, isByteWise: true, mask: undefined, accepts, encode, decode: (bytes) => bytes.toString('latin1') };
}

/** Bytes above 7F that nobody declared are kept as ISO 8859-1 reads them, so that no information is lost. */
export const ascii: Codec = byteWise('us-ascii', (bytes) => bytes.every((byte) => byte < 0x80));

export const latin1: Codec = byteWise('iso-8859-1', () => true);

/** EUC-TW: its bytes never look like delimiters, but neither Node nor iconv-lite reads it; bytes pass through one by one. */
export const eucTw: Codec = byteWise('euc-tw', () => true);

export const utf8: Codec = {
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

/** ASCII, JIS X 0201, 0208 and 0212, switched by ISO 2022 escape sequences. */
export const japanese: Codec = codec('iso-2022-jp', decodeIso2022, encodeIso2022, maskIso2022);

/** Sets that Node decodes (WHATWG) and iconv-lite encodes. */
export function multiByte(iana: string, mask?: Mask): Codec {
  const decoder = new TextDecoder(iana, { ignoreBOM: true });
  return codec(iana, (bytes) => decoder.decode(bytes), encoder(iana), mask);
}

/** Single-byte sets: iconv-lite both ways, since WHATWG reads 8859-1 and 8859-9 as Windows sets. */
export function singleByte(iana: string): Codec {
  return codec(iana, (bytes) => iconv.decode(bytes, iana, { stripBOM: false }), encoder(iana));
}

/** JIS X 0201 is the single-byte part of Shift_JIS. */
export function jisX0201(): Codec {
  const { decode, encode } = multiByte('shift_jis');
  return codec('jis_x0201', decode, (text) => {
    const bytes = encode(text);
    return bytes?.length === text.length ? bytes : undefined;
  });
}

function codec(iana: string, decode: Codec['decode'], encode: Codec['encode'], mask?: Mask): Codec {
  const accepts = (bytes: Buffer) => !decode(bytes).includes(REPLACEMENT);
  return { iana, isByteWise: false, mask, decode, encode, accepts };
}

function encoder(iana: string): Codec['encode'] {
  return (text) => {
    const bytes = iconv.encode(text, iana);
    return iconv.decode(bytes, iana, { stripBOM: false }) === text ? bytes : undefined;
  };
}
