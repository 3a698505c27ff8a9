import { never } from '../../base/never.js';
import type { Boundary, ExpressionNode } from './expression-node.js';
import { writeCharacters } from './write-characters.js';

const LINE = '[\\n\\r\\u0085\\u2028\\u2029]';
const WORD = '[\\p{L}\\p{Nd}_]';

/** Java's meaning of each boundary, in the terms of JavaScript's `u` mode. */
const BOUNDARIES: Readonly<Record<Boundary, string>> = {
  'text-start': '^',
  'text-end': '$',
  'final-line-end': `(?=(?:\\r\\n|${LINE})?$)`,
  'line-start': `(?:^|(?<=${LINE})(?<!\\r(?=\\n)))`,
  'line-end': `(?=$|${LINE})(?<!\\r(?=\\n))`,
  word: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
  'not-word': `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
};

/** Source of a JavaScript regular expression for the flag `u`. What has references back must not come here. */
export function writeJavaScript(node: ExpressionNode): string {
  const atoms = { count: 0 };
  return `^(?:${write(node, atoms)})$`;
}

function write(node: ExpressionNode, atoms: { count: number }): string {
  switch (node.kind) {
    case 'empty':
      return '';
    case 'characters':
      return writeCharacters(node.set, 'u');
    case 'sequence':
      return node.items.map((item) => writeItem(item, atoms)).join('');
    case 'choice':
      return node.alternatives.map((each) => write(each, atoms)).join('|');
    case 'repeat':
      return `(?:${write(node.of, atoms)})${writeQuantifier(node.min, node.max)}${node.lazy ? '?' : ''}`;
    case 'group':
      return write(node.of, atoms);
    case 'atomic': {
      // JavaScript never goes back into a look-ahead, and a reference takes what it saw.
      const number = ++atoms.count;
      return `(?:(?=(${write(node.of, atoms)}))\\${number})`;
    }
    case 'look':
      return `(?${node.ahead ? '' : '<'}${node.negative ? '!' : '='}${write(node.of, atoms)})`;
    case 'boundary':
      return BOUNDARIES[node.at];
    case 'reference':
      throw new Error('a reference back is matched by the bounded engine');
    default:
      return never(node);
  }
}

function writeItem(node: ExpressionNode, atoms: { count: number }): string {
  const text = write(node, atoms);
  return node.kind === 'choice' || node.kind === 'group' ? `(?:${text})` : text;
}

function writeQuantifier(min: number, max: number): string {
  if (min === 0 && max === 1) return '?';
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
