import type { Delimiters } from '../../hl7/delimiters.js';
import { VALUE } from './inside.js';
import { type InstanceTree, NONE } from './instance-tree.js';

/** HL7's null: delete what you have. */
export const HL7_NULL = '""';

/** As sent: of a segment its line, of a field one repetition; escapes and separators stay. */
export function rawValue(tree: InstanceTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}

/** The text for which a simple element stands: the escapes of the delimiters resolved, all others left as they are. */
export function simpleValue(tree: InstanceTree, node: number): string {
  return unescapeDelimiters(rawValue(tree, node), tree.delimiters);
}

/** Whether the element's data type is primitive. A field whose type nothing tells is neither simple nor has it components. */
export function isSimple({ inside, definition }: InstanceTree, node: number): boolean {
  return inside[definition[node] ?? NONE] === VALUE;
}

/**
 * Resolves `\F\`, `\S\`, `\T\`, `\R\`, `\E\`, and `\P\` where the message has a truncation character, from left to right;
 * the reference resolves no others.
 */
export function unescapeDelimiters(text: string, delimiters: Delimiters): string {
  const mark = delimiters.escape;
  let at = text.indexOf(mark);
  if (at === -1) return text;
  let out = '';
  let done = 0;
  while (at !== -1) {
    const meaning = text.charAt(at + 2) === mark ? meaningOf(text.charAt(at + 1), delimiters) : undefined;
    const next = meaning === undefined ? at + 1 : at + 3;
    if (meaning !== undefined) {
      out += text.slice(done, at) + meaning;
      done = next;
    }
    at = text.indexOf(mark, next);
  }
  return out + text.slice(done);
}

function meaningOf(letter: string, delimiters: Delimiters): string | undefined {
  switch (letter) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'P':
      return delimiters.truncation;
    default:
      return undefined;
  }
}
