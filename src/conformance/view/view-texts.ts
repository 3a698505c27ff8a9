import type { ConformanceStatement, Predicate } from '../model/rule.js';
import type { ElementDefinition, SegmentDefinition } from '../model/structure.js';
import type { Cardinality, ConditionalOutcome, Usage } from '../model/usage.js';
import type { ValueSetBinding } from '../model/value-set.js';
import { type NameOfPath, sentenceOf, wordsOf } from '../wording/assertion-words.js';
import type { ViewBinding, ViewRule } from './view-node.js';

export function viewStatement(
  { id, description, assertion, strength, classification }: ConformanceStatement,
  names: NameOfPath,
): ViewRule {
  const judged = sentenceOf(assertion, names);
  const weight = classification === undefined ? (strength ?? '') : classification === 'W' ? 'warning' : 'alert';
  return { id, text: description === '' ? judged : description, judged: description === '' ? '' : judged, weight };
}

export function viewPredicate(
  { id = '', description, condition, whenTrue, whenFalse }: Predicate,
  names: NameOfPath,
): ViewRule {
  const judged = condition === undefined ? '' : `If ${wordsOf(condition, names)}.`;
  const outcome = `${whenTrue} if so, else ${whenFalse}`;
  return { id, text: description === '' ? judged : description, judged, weight: outcome };
}

const STRENGTHS = { R: 'required', S: 'suggested', U: 'never checked' } as const;

export function viewBinding({ sets, strength, locations }: ValueSetBinding): ViewBinding {
  const at = locations.map(({ code }) => code.replaceAll('[1]', '')).filter((code) => code !== '.');
  return { sets, strength: strength === undefined ? '' : STRENGTHS[strength], at: at.join(' or ') };
}

export function usageText({
  usage,
  outcome,
}: {
  readonly usage: Usage;
  readonly outcome?: ConditionalOutcome;
}): string {
  return outcome === undefined ? usage : `${usage}(${outcome.whenTrue}/${outcome.whenFalse})`;
}

export function rangeText({ min, max }: Cardinality): string {
  return `${min}..${max === Number.POSITIVE_INFINITY ? '*' : max}`;
}

export function lengthText({ minLength, maxLength, confLength }: ElementDefinition): string {
  const range =
    minLength === undefined && maxLength === undefined
      ? ''
      : rangeText({ min: minLength ?? 0, max: maxLength ?? Number.POSITIVE_INFINITY });
  const shown = range === '1..*' ? '' : range;
  return confLength === undefined ? shown : `${shown} ${confLength}`.trim();
}

export function mappingText(
  { name, mappings }: SegmentDefinition,
  { position }: ElementDefinition,
): string | undefined {
  const mapping = mappings.find((one) => one.position === position);
  if (mapping?.reference === undefined) return undefined;
  const by = [mapping.reference, mapping.secondReference].filter((one) => one !== undefined);
  const cases = mapping.cases.map(({ value, second, datatype }) => {
    const key = second === undefined ? value : `${value} and ${second}`;
    return key === datatype ? key : `${key}: ${datatype}`;
  });
  return `by ${by.map((one) => `${name}-${one}`).join(' and ')}: ${cases.join(', ')}`;
}
