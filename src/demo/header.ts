/** What the engine reads of a header by itself, byte for byte, so that it can answer what the parser cannot read. */
export interface Header {
  readonly separator: string;
  /** MSH-2, or the standard's where that cannot serve. */
  readonly encoding: string;
  /** MSH-n as latin1 text, 1-based, undecoded and unescaped; empty where absent. */
  field(n: number): string;
  /** The component MSH-n.c, 1-based, in the same way. */
  component(n: number, c: number): string;
}

const STANDARD_ENCODING = '^~\\&';

/** The header of a message; undefined where the bytes do not begin with one. */
export function readHeader(raw: Buffer): Header | undefined {
  const line = firstLine(raw);
  const separator = line[3];
  if (!line.startsWith('MSH') || separator === undefined || /[A-Za-z0-9]/.test(separator)) return undefined;
  const fields = line.split(separator);
  const declared = fields[1] ?? '';
  const encoding = /^.{4,5}$/.test(declared) ? declared : STANDARD_ENCODING;
  const field = (n: number): string => (n === 1 ? separator : (fields[n - 1] ?? ''));
  const split = encoding[0] ?? '^';
  return { separator, encoding, field, component: (n, c) => field(n).split(split)[c - 1] ?? '' };
}

/** Stands in for a header that is not there, so that there is something to answer. */
export const NO_HEADER: Header = { separator: '|', encoding: STANDARD_ENCODING, field: () => '', component: () => '' };

/** The fields of the first segment `name` as latin1 text; element n is field n. */
export function segmentFields(raw: Buffer, name: string, separator: string): readonly string[] | undefined {
  const start = `${name}${separator}`;
  const line = raw
    .toString('latin1')
    .split(/[\r\n]+/)
    .find((text) => text.startsWith(start));
  return line?.split(separator);
}

/** A header longer than this is not read to its end. */
const HEADER_BYTES = 65_536;

function firstLine(raw: Buffer): string {
  const text = raw.toString('latin1', 0, HEADER_BYTES).replace(/^\xef\xbb\xbf/, '');
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1);
  return line;
}
