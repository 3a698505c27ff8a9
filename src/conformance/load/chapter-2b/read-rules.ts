import type { ConformanceStatement, Predicate } from '../../model/rule.js';
import type { Usage } from '../../model/usage.js';
import { attribute, optional } from '../xml/attributes.js';
import { childrenNamed, firstChild, textOf } from '../xml/children.js';
import { doubt, placeOf, type Reading } from '../xml/reading.js';
import { badUsage, isUsage, type StatedUsage } from '../xml/usage.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type Lineage, pathFrom } from './lineage.js';
import type { PendingRule } from './pending-rule.js';
import { reachOf, readDialect } from './read-dialect.js';

/** An element that may state rules. */
export interface RuleBearer {
  readonly element: XmlElement;
  readonly lineage: Lineage;
  /** Absent for the message, which has none. */
  readonly stated?: StatedUsage;
  /** Its definition is not the one that a message will have there, so its rules go to the parent's. */
  readonly varies?: boolean;
}

/** The statements and the predicate of one element; never those of an element inside it. */
export function readRules(reading: Reading, { element, lineage, stated, varies }: RuleBearer): readonly PendingRule[] {
  const statements = childrenNamed(element, 'ConformanceStatement').flatMap(
    (child) => readStatement(reading, child, lineage, varies === true ? 1 : 0) ?? [],
  );
  const predicate = firstChild(element, 'Predicate');
  if (predicate === undefined || stated === undefined) return statements;
  return [...statements, ...(readPredicate(reading, predicate, { element, lineage, stated }) ?? [])];
}

/** Places in a statement are seen from the element that holds it. */
function readStatement(
  reading: Reading,
  element: XmlElement,
  lineage: Lineage,
  lowest: number,
): PendingRule | undefined {
  const id = attribute(element, 'id');
  const holder = firstChild(element, 'Assertion');
  if (holder === undefined) {
    const message = `the conformance statement ${id} is in words only, so it is not checked`;
    doubt(reading, element, 'statement-in-words', message, 'Add an <Assertion>.');
    return undefined;
  }
  const reach = reachOf(reading, holder, lineage);
  if (reach === undefined) return undefined;
  const anchor = Math.max(lowest, reach);
  const assertion = readDialect(reading, holder, { lineage, anchor });
  if (assertion === undefined) return undefined;
  const rule: ConformanceStatement = {
    kind: 'statement',
    id,
    description: describedBy(element),
    assertion,
    place: placeOf(reading, element),
  };
  return { up: anchor, rule };
}

function describedBy(rule: XmlElement): string {
  return textOf(firstChild(rule, 'EnglishDescription')) || textOf(firstChild(rule, 'Description')) || textOf(rule);
}

/**
 * Places in a predicate are seen from the parent of the element that holds it: `./1` is its first neighbour. A predicate in
 * words has no condition: it can be shown, not decided. Tools leave empty ones behind: those are none.
 */
function readPredicate(
  reading: Reading,
  predicate: XmlElement,
  { element, lineage, stated }: RuleBearer & { readonly stated: StatedUsage },
): readonly PendingRule[] | undefined {
  const holder = firstChild(predicate, 'Condition');
  const description = describedBy(predicate);
  if (holder === undefined && description === '') return undefined;
  if (stated.usage !== 'C' && stated.usage !== 'CE') {
    const message = `the predicate has no effect: the usage is ${stated.usage}`;
    doubt(reading, predicate, 'predicate-without-effect', message, 'Make the usage C, or take the predicate out.');
    return undefined;
  }
  const above = lineage.slice(0, -1);
  const anchor = holder === undefined ? 0 : reachOf(reading, holder, above);
  if (anchor === undefined) return undefined;
  const condition = holder === undefined ? undefined : readDialect(reading, holder, { lineage: above, anchor });
  const rule: Predicate = {
    kind: 'predicate',
    description,
    target: pathFrom(lineage, anchor + 1, { up: 0, down: [] }, '*'),
    ...outcomes(reading, predicate, element, stated),
    ...(condition === undefined ? {} : { condition }),
    place: placeOf(reading, predicate),
  };
  return [{ up: anchor + 1, rule }];
}

/** Chapter 2.B §2.B.7.5: C is required or not allowed, CE may be empty or is not allowed. NIST's dialect states it. */
function outcomes(
  reading: Reading,
  predicate: XmlElement,
  element: XmlElement,
  { usage, outcome }: StatedUsage,
): { whenTrue: Usage; whenFalse: Usage } {
  const stated = (name: string): Usage | undefined => {
    const holder = optional(predicate, name) === undefined ? element : predicate;
    const text = optional(holder, name)?.trim();
    if (text === undefined || isUsage(text)) return text;
    badUsage(reading, holder, name, ['R', 'RE', 'O', 'X']);
    return undefined;
  };
  return {
    whenTrue: stated('PredicateTrueUsage') ?? outcome?.whenTrue ?? (usage === 'C' ? 'R' : 'RE'),
    whenFalse: stated('PredicateFalseUsage') ?? outcome?.whenFalse ?? 'X',
  };
}
