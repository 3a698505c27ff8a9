const TOKEN = /<\?xml [^?<>]*\?>|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.-]*="[^"<]*")*)\s*(\/?)>|[^<]+|</gy;
const REFERENCE = /&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/;

/** Why a text is no well-formed XML 1.0 document (of the simple kind that we write); undefined where it is. */
export function xmlDefect(text: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  for (const [token, closing, name, , empty] of text.matchAll(TOKEN)) {
    if (token === '<') return 'a bare < or a broken tag';
    if (REFERENCE.test(token)) return `an unknown reference in ${token}`;
    if (name === undefined) {
      if (open.length === 0 && !token.startsWith('<?') && token.trim() !== '') return `text outside of the root: ${token}`;
    } else if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else {
      if (open.length === 0) roots++;
      if (empty === '') open.push(name);
    }
  }
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) return 'a character that XML does not have';
  if (roots !== 1) return `${roots} roots`;
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`;
}
