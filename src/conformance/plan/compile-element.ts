import type { ElementDefinition } from '../model/structure.js';
import type { ConditionalOutcome, Usage } from '../model/usage.js';
import type { ElementPlan } from './plan.js';

type Plan = Omit<ElementPlan, 'index'>;

/** A field or component whose data type is the definition with this index. */
export function compileElement(element: ElementDefinition, definition: number, isField: boolean): Plan {
  const { position, name, cardinality } = element;
  return {
    position,
    name,
    ...usageOf(element),
    min: cardinality?.min ?? 0,
    max: cardinality?.max ?? Number.POSITIVE_INFINITY,
    hasCardinality: isField && cardinality !== undefined,
    ...lengthOf(element),
    constant: element.constant,
    requirement: element.requirement,
    isDecided: false,
    definition,
  };
}

export function usageOf(element: {
  readonly usage: Usage;
  readonly outcome?: ConditionalOutcome;
}): Pick<Plan, 'usage' | 'whenTrue' | 'whenFalse'> {
  const { usage, outcome } = element;
  return { usage, whenTrue: outcome?.whenTrue, whenFalse: outcome?.whenFalse };
}

/** A group or segment has no length. */
export const NO_LENGTH = {
  length: 'none',
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  truncation: undefined,
} as const;

/**
 * A length is stated where both bounds are, as in the reference. A conformance length is the number before `=` or `#`; without
 * a number it is none.
 */
function lengthOf(element: ElementDefinition): Pick<Plan, 'length' | 'minLength' | 'maxLength' | 'truncation'> {
  const { minLength, maxLength, confLength = '' } = element;
  const [, digits, mark] = /^(\d+)([=#]?)$/.exec(confLength) ?? [];
  const isRange = minLength !== undefined && maxLength !== undefined;
  if (digits === undefined) return isRange ? { ...NO_LENGTH, length: 'range', minLength, maxLength } : NO_LENGTH;
  if (isRange) return { ...NO_LENGTH, length: 'both', minLength, maxLength };
  const truncation = mark === '' ? undefined : mark === '=' ? 'forbidden' : 'allowed';
  return { length: 'conformance', minLength: 1, maxLength: Number(digits), truncation };
}
