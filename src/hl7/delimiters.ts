/** The characters that MSH-1 and MSH-2 declare for a whole message (chapter 2, 2.5.4). Each is one 7-bit character. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
  /** Marks a value that was cut (2.7 and later), `#` by default; absent where MSH-2 has four characters. */
  readonly truncation?: string;
}

export const STANDARD_DELIMITERS: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
};

/** MSH-2 for these delimiters. */
export function encodingCharacters(d: Delimiters): string {
  return d.component + d.repetition + d.escape + d.subcomponent + (d.truncation ?? '');
}

/** Why the characters cannot serve as delimiters; undefined when they can. */
export function delimiterFault(field: string, encoding: string): string | undefined {
  if (encoding.length < 4 || encoding.length > 5) {
    return `MSH-2 has ${encoding.length} characters; it must have 4, or 5 with the truncation character`;
  }
  const all = field + encoding;
  for (let i = 0; i < all.length; i++) {
    const character = all.charAt(i);
    if (!isAllowed(all.charCodeAt(i))) return `${JSON.stringify(character)} cannot be a delimiter`;
    if (all.indexOf(character, i + 1) !== -1) return `${JSON.stringify(character)} stands for two delimiters`;
  }
  return undefined;
}

/** Printable 7-bit characters that are neither letters, digits nor the space. */
function isAllowed(code: number): boolean {
  const isDigit = code >= 48 && code <= 57;
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code > 32 && code < 127 && !isDigit && !isLetter;
}

const cache = new Map<string, Delimiters>([['|^~\\&', STANDARD_DELIMITERS]]);

/** The delimiters that `field` (MSH-1) and `encoding` (a faultless MSH-2) declare. */
export function delimitersOf(field: string, encoding: string): Delimiters {
  const key = field + encoding;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const truncation = encoding.charAt(4);
  const made: Delimiters = {
    field,
    component: encoding.charAt(0),
    repetition: encoding.charAt(1),
    escape: encoding.charAt(2),
    subcomponent: encoding.charAt(3),
    ...(truncation === '' ? {} : { truncation }),
  };
  if (cache.size < 1000) cache.set(key, made);
  return made;
}
