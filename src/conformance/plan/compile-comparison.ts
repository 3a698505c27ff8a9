import { STANDARD_DELIMITERS } from '../../hl7/delimiters.js';
import { unescapeDelimiters } from '../instance/value.js';
import type { Assertion, ComparisonMode } from '../model/assertion.js';
import type {
  Comparison,
  CompiledMode,
  ComplexPathValue,
  Literal,
  PathValue,
  SimpleValue,
} from './compiled-assertion.js';

type Of<Kind extends Assertion['kind']> = Extract<Assertion, { kind: Kind }>;

type Compared = Of<'simple-value' | 'path-value' | 'complex-path-value'>;

export function compileSimpleValue(
  assertion: Of<'simple-value'>,
): Pick<SimpleValue, 'kind' | 'comparison' | 'literal'> {
  return { kind: 'simple-value', comparison: comparisonOf(assertion), literal: literalOf(assertion) };
}

export function compilePathValue(
  assertion: Of<'path-value'>,
): Pick<PathValue, 'kind' | 'comparison' | 'mode1' | 'mode2'> {
  return {
    kind: 'path-value',
    comparison: comparisonOf(assertion),
    mode1: modeOf(assertion.path1Mode),
    mode2: modeOf(assertion.path2Mode),
  };
}

export function compileComplexPathValue(
  assertion: Of<'complex-path-value'>,
): Pick<ComplexPathValue, 'kind' | 'comparison' | 'strict'> {
  return { kind: 'complex-path-value', comparison: comparisonOf(assertion), strict: assertion.strict };
}

function comparisonOf({ operator, truncated, identicalEquality }: Compared): Comparison {
  return { operator, truncated: truncated === true, identical: identicalEquality === true };
}

/** The escapes of a text in a profile are those of the standard delimiters. */
function literalOf({ type, value }: Of<'simple-value'>): Literal {
  if (type === 'Number') return { type: 'number', text: value };
  if (type === 'DateTime') return { type: 'date-time', text: value };
  return { type: 'text', text: unescapeDelimiters(value, { ...STANDARD_DELIMITERS, truncation: '#' }) };
}

function modeOf(mode: ComparisonMode = 'All'): CompiledMode {
  if (typeof mode === 'number') return mode;
  return mode === 'All' ? 'all' : 'one';
}
