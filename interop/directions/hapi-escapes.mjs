// The escape sequences of HAPI 2.6.0.
const LETTERS = { F: 'field', S: 'component', T: 'subcomponent', R: 'repetition', E: 'escape' };

/** `DefaultEscaping.unescape`: an escape character that begins none of the sequences it knows is dropped. */
export function unescapedAsHapi(text, marks) {
  const mark = marks.escape;
  let out = '';
  let at = 0;
  while (at < text.length) {
    const letter = text[at + 1] ?? '';
    const close = text.indexOf(mark, at + 1);
    if (text[at] !== mark) out += text[at++];
    else if (LETTERS[letter] && text[at + 2] === mark) [out, at] = [out + marks[LETTERS[letter]], at + 3];
    else if (text.startsWith('\\X000d\\', at)) [out, at] = [`${out}\r`, at + 7];
    else if (close > 0 && (/[.CMXZ]/.test(letter) || (/[HN]/.test(letter) && close === at + 2)))
      [out, at] = [out + text.slice(at, close + 1), close + 1];
    else at++;
  }
  return out;
}

/** By the standard (2.7): what stands for a delimiter or for bytes of ASCII, and everything else as it is. */
export function unescapedByStandard(text, marks) {
  return text.replace(SEQUENCE, (whole, letter, digits) => marks[LETTERS[letter]] ?? asciiOf(digits) ?? whole);
}

const SEQUENCE =
  /\\(?:([FSTRE])|X((?:[\dA-Fa-f]{2})+)|[A-Z]|\.[a-z]{2}(?:[ +-]*\d+)?|Z[\dA-Za-z]+|C[\dA-Fa-f]{4}|M[\dA-Fa-f]{4}(?:[\dA-Fa-f]{2})?)\\/g;

function asciiOf(digits) {
  return digits === undefined ? undefined : Buffer.from(digits, 'hex').toString('ascii');
}

/** `DefaultEscaping.escape`, as far as delimiters go. */
export function writtenAsHapi(text, marks) {
  const written = Object.entries(LETTERS).map(([letter, name]) => [
    marks[name],
    `${marks.escape}${letter}${marks.escape}`,
  ]);
  return [...text].map((letter) => written.find(([mark]) => mark === letter)?.[1] ?? letter).join('');
}
