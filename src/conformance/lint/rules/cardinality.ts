import type { SourcePlace } from '../../model/source-place.js';
import type { Cardinality, Usage } from '../../model/usage.js';
import type { LintFinding, LintRule } from '../lint-rule.js';
import { nodeName, nodesOf, partsOf } from '../parts.js';

/** Cardinalities that say something else than the usage. */
export const cardinality: LintRule = {
  code: 'cardinality-against-usage',
  meaning: 'The cardinality of an element contradicts its usage.',
  *check({ profile }) {
    for (const { element, name } of partsOf(profile)) {
      if (element.cardinality !== undefined) yield* judged(name, element.usage, element.cardinality, element.place);
    }
    for (const { node } of nodesOf(profile)) yield* judged(nodeName(node), node.usage, node.cardinality, node.place);
  },
};

function* judged(
  name: string,
  usage: Usage,
  { min, max }: Cardinality,
  place: SourcePlace | undefined,
): Iterable<LintFinding> {
  const stated = `${min}..${max === Number.POSITIVE_INFINITY ? '*' : max}`;
  if (usage === 'R' && min === 0) {
    yield {
      place,
      message: `${name} is required and may occur ${stated}`,
      remedy: 'make the minimum 1, or the usage RE',
    };
  } else if ((usage === 'O' || usage === 'RE') && min > 0) {
    yield {
      place,
      message: `${name} is ${usage} and must occur ${stated}`,
      remedy: 'make the minimum 0, or the usage R',
    };
  } else if (max === 0 && usage !== 'X' && usage !== 'W') {
    yield {
      place,
      message: `${name} is ${usage} and may never occur`,
      remedy: 'raise the maximum, or make the usage X',
    };
  }
}
