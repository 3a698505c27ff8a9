import type { ExpressionNode } from './expression-node.js';
import { writeCharacters } from './write-characters.js';

/** RE2 counts no further, and spells counted repetitions out. */
const MOST_REPETITIONS = 1000;

/** The same in RE2's syntax, which matches in linear time; undefined where RE2 cannot express it. */
export function writeLinear(node: ExpressionNode): string | undefined {
  switch (node.kind) {
    case 'empty':
      return '';
    case 'characters':
      return writeCharacters(node.set, 'x');
    case 'sequence':
      return joined(node.items, '');
    case 'choice': {
      const text = joined(node.alternatives, '|');
      return text === undefined ? undefined : `(?:${text})`;
    }
    case 'repeat':
      return writeRepeat(node.of, node.min, node.max);
    case 'group':
      return writeLinear(node.of);
    default:
      return undefined;
  }
}

function joined(nodes: readonly ExpressionNode[], by: string): string | undefined {
  const texts: string[] = [];
  for (const node of nodes) {
    const text = writeLinear(node);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts.join(by);
}

function writeRepeat(of: ExpressionNode, min: number, max: number): string | undefined {
  const text = writeLinear(of);
  if (text === undefined || min > MOST_REPETITIONS) return undefined;
  if (max === Number.POSITIVE_INFINITY) return `(?:${text}){${min},}`;
  return max > MOST_REPETITIONS ? undefined : `(?:${text}){${min},${max}}`;
}
