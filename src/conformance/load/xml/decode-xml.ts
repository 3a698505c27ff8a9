/** The characters of an XML document, or why its bytes are none. */
export type DecodedXml =
  | { readonly kind: 'text'; readonly text: string }
  /** `offset` into `text`, where there is a place to show. */
  | {
      readonly kind: 'undecodable';
      readonly message: string;
      readonly remedy: string;
      readonly text: string;
      readonly offset: number;
    };

/** The declaration stands at the very beginning, in characters that all supported encodings share. */
const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/** Decodes by byte order mark, else by the first bytes, else by the XML declaration, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = wideEncoding(buffer);
  if (wide !== undefined) return decodeWith(buffer, wide);
  const declared = DECLARED.exec(buffer.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, ''))?.[1] ?? 'UTF-8';
  if (isMarkedUtf8(buffer)) return decodeWith(buffer, 'utf-8');
  switch (declared.toLowerCase()) {
    case 'utf-8':
    case 'utf8':
    case 'us-ascii':
    case 'ascii':
    // Sixteen bits were excluded by the first bytes: such a file was converted, and its declaration was not.
    case 'utf-16':
      return decodeWith(buffer, 'utf-8');
    case 'iso-8859-1':
    case 'latin1':
      return { kind: 'text', text: buffer.toString('latin1') };
    case 'windows-1252':
      return decodeWith(buffer, 'windows-1252');
    default:
      return unsupported(declared);
  }
}

function isMarkedUtf8(buffer: Buffer): boolean {
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
}

/** UTF-16 shows by its mark, or by a zero byte beside the first `<`. */
function wideEncoding(buffer: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = buffer;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function decodeWith(buffer: Buffer, encoding: string): DecodedXml {
  // A byte order mark is dropped, wrong bytes become U+FFFD.
  const text = new TextDecoder(encoding).decode(buffer);
  const offset = text.indexOf('\ufffd');
  if (offset < 0 || isWellFormed(buffer, encoding)) return { kind: 'text', text };
  return {
    kind: 'undecodable',
    message: `the bytes here are not ${encoding.toUpperCase()}`,
    remedy:
      'Save the file in UTF-8, or declare its encoding in the first line: <?xml version="1.0" encoding="ISO-8859-1"?>.',
    text,
    offset,
  };
}

/** A file may hold U+FFFD in its own right. */
function isWellFormed(buffer: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(buffer);
    return true;
  } catch {
    return false;
  }
}

function unsupported(encoding: string): DecodedXml {
  return {
    kind: 'undecodable',
    message: `the declared encoding ${encoding} is not supported`,
    remedy: 'Save the file in UTF-8; UTF-16, ISO-8859-1 and windows-1252 are read too.',
    text: '',
    offset: 0,
  };
}
