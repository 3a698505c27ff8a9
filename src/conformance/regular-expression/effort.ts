import { never } from '../../base/never.js';
import type { ExpressionNode } from './expression-node.js';

/** `factor` times the length of the text to the power of `degree`. */
interface Amount {
  readonly factor: number;
  readonly degree: number;
}

/** In how many ways a backtracking engine may match a part, and the steps it takes to try them all; both at most. */
interface Effort {
  readonly ways: Amount;
  readonly steps: Amount;
}

const ONE: Amount = { factor: 1, degree: 0 };
const LENGTH: Amount = { factor: 1, degree: 1 };
const HOPELESS: Amount = { factor: Number.POSITIVE_INFINITY, degree: 0 };
/** A quantifier with more room than this counts as one without end. */
const FEW = 50;

/** To which power of the length of the text a backtracking engine needs steps at most. */
export function degreeOf(node: ExpressionNode): number {
  const { steps, ways } = effortOf(node);
  return sum(steps, ways).degree;
}

/** The longest text for which a backtracking engine surely needs no more than so many steps; Infinity, or 0 for none. */
export function longestTextWithin(steps: number, node: ExpressionNode): number {
  const effort = effortOf(node);
  const { factor, degree } = sum(effort.steps, effort.ways);
  if (factor > steps) return 0;
  return degree === 0 ? Number.POSITIVE_INFINITY : Math.floor((steps / factor) ** (1 / degree));
}

function effortOf(node: ExpressionNode): Effort {
  switch (node.kind) {
    case 'empty':
    case 'characters':
    case 'boundary':
      return { ways: ONE, steps: ONE };
    case 'reference':
      return { ways: ONE, steps: LENGTH };
    case 'sequence':
      return node.items.map(effortOf).reduce(inSequence, { ways: ONE, steps: ONE });
    case 'choice': {
      const efforts = node.alternatives.map(effortOf);
      return {
        ways: efforts.reduce((total, { ways }) => sum(total, ways), { factor: 0, degree: 0 }),
        steps: efforts.reduce((total, { steps }) => sum(total, steps), ONE),
      };
    }
    case 'repeat':
      return repeated(effortOf(node.of), node.min, node.max);
    case 'group':
      return effortOf(node.of);
    // Nobody comes back into them.
    case 'atomic':
    case 'look':
      return { ways: ONE, steps: effortOf(node.of).steps };
    default:
      return never(node);
  }
}

function inSequence(left: Effort, right: Effort): Effort {
  return { ways: product(left.ways, right.ways), steps: sum(left.steps, product(left.ways, right.steps)) };
}

function repeated(once: Effort, min: number, max: number): Effort {
  const isSingleWay = once.ways.factor === 1 && once.ways.degree === 0;
  if (isSingleWay && max <= FEW) {
    return { ways: { factor: max - min + 1, degree: 0 }, steps: scaled(once.steps, max + 1) };
  }
  if (isSingleWay) return { ways: min === max ? ONE : LENGTH, steps: product(once.steps, LENGTH) };
  if (max > FEW) return { ways: HOPELESS, steps: HOPELESS };
  let total: Effort = { ways: ONE, steps: ONE };
  for (let i = 0; i < max; i++) total = inSequence(total, { ...once, ways: i < min ? once.ways : sum(once.ways, ONE) });
  return total;
}

function sum(a: Amount, b: Amount): Amount {
  return { factor: a.factor + b.factor, degree: Math.max(a.degree, b.degree) };
}

function product(a: Amount, b: Amount): Amount {
  return { factor: a.factor * b.factor, degree: a.degree + b.degree };
}

function scaled(a: Amount, by: number): Amount {
  return { factor: a.factor * by, degree: a.degree };
}
