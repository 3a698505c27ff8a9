/** A segment or group name, or `*` for any part of it. */
const NAME = '[A-Za-z0-9_*]+';
const INDEX = String.raw`(?:\[(?:\d+|\*)\])?`;
const NUMBER = String.raw`(?:\d+|\*)`;
const FORM = new RegExp(`^${NAME}${INDEX}(?:-${NUMBER}${INDEX}(?:\\.${NUMBER}){0,2})?$`);

/**
 * The regular expression for a pattern of paths: `PID`, `PID-3`, `PID-3[2].4`, `OBX[*]-5`, `*-3`, `Z*`. It fits the element
 * and everything below it; where no instance is stated, all. Undefined where the text is no such pattern.
 */
export function pathPattern(text: string): RegExp | undefined {
  if (!FORM.test(text)) return undefined;
  const withIndexes = text.replace(/^([^[-]+)(?!\[)(-|$)/, '$1[*]$2').replace(/(-(?:\d+|\*))(?!\[|\d)/, '$1[*]');
  const source = withIndexes
    .replace(/[[\].]/g, String.raw`\$&`)
    .replaceAll(String.raw`\[*\]`, String.raw`\[\d+\]`)
    .replaceAll('*', '[A-Za-z0-9_]*');
  return new RegExp(`^${source}(?:[-.].*)?$`);
}
