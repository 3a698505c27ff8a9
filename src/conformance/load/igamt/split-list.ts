/**
 * The parts of a list as the profile writes it. White space stays; empty parts at the end are dropped, as the reference's
 * platform does; an empty text is one empty part.
 */
export function splitList(text: string, separator: string): readonly string[] {
  const parts = text.split(separator);
  if (parts.length === 1) return parts;
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1);
}
