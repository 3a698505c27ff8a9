/** Escape sequences that say nothing about the text around them. */
const HARMLESS = /^\\(?:[FSTREPHN]|\.[a-z]{2}[ +\-0-9]*)\\/;
const HEADER = /^(?:MSH|FHS|BHS)/;

/**
 * The shape of a value: every letter becomes x or X, every digit 9, so that its length, its case and what it is made of can still be seen.
 * All else stays: delimiters, punctuation, spaces.
 */
export function shapeOf(value: string): string {
  let out = '';
  for (let at = 0; at < value.length; ) {
    const sequence = value.charAt(at) === '\\' ? HARMLESS.exec(value.slice(at, at + LONGEST))?.[0] : undefined;
    const part = sequence ?? String.fromCodePoint(value.codePointAt(at) ?? 0);
    out += sequence ?? shapeOfCharacter(part);
    at += part.length;
  }
  return out;
}

/** Characters of such a sequence at most. */
const LONGEST = 12;

/** As long as the character is, so that columns stay what they are. */
function shapeOfCharacter(character: string): string {
  const shape = /\p{Lu}/u.test(character)
    ? 'X'
    : /[\p{L}\p{M}]/u.test(character)
      ? 'x'
      : /\p{N}/u.test(character)
        ? '9'
        : undefined;
  return shape === undefined ? character : shape.repeat(character.length);
}

/** A line of a message with all its values as shapes: what stays is the segment name, and in headers the delimiters. */
export function shapeOfLine(line: string): string {
  const name = /^[A-Z][A-Z0-9]{2}/.exec(line)?.[0] ?? '';
  const declared = HEADER.test(line) ? line.indexOf(line.charAt(3), 4) : name.length;
  const kept = declared === -1 ? line.length : declared;
  return line.slice(0, kept) + shapeOf(line.slice(kept));
}
