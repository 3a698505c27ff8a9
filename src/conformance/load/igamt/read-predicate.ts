import type { Predicate } from '../../model/rule.js';
import type { Usage } from '../../model/usage.js';
import { attribute, given, required } from '../xml/attributes.js';
import { firstChild, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import { badUsage } from '../xml/usage.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readOnlyAssertion } from './read-assertion.js';
import { readReference } from './read-reference.js';

const OUTCOMES: readonly Usage[] = ['R', 'RE', 'X', 'O'];

export function readPredicate(reading: Reading, element: XmlElement): Predicate | undefined {
  warnOfOthers(reading, element, 'Reference', 'Description', 'Condition');
  const target = required(reading, element, 'Target');
  const whenTrue = readOutcome(reading, element, 'TrueUsage');
  const whenFalse = readOutcome(reading, element, 'FalseUsage');
  const holder = requiredChild(reading, element, 'Condition');
  const condition = holder === undefined ? undefined : readOnlyAssertion(reading, holder);
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return undefined;
  return {
    kind: 'predicate',
    ...given(element, 'ID', 'id'),
    description: textOf(firstChild(element, 'Description')),
    ...readReference(element),
    target,
    whenTrue,
    whenFalse,
    condition,
    place: placeOf(reading, element),
  };
}

function readOutcome(reading: Reading, element: XmlElement, name: string): Usage | undefined {
  const text = attribute(element, name);
  const usage = OUTCOMES.find((outcome) => outcome === text);
  if (usage === undefined) badUsage(reading, element, name, OUTCOMES);
  return usage;
}
