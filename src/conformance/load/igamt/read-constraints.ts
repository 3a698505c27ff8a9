import type { Attached, ConformanceStatement, KeyedConstraint, Predicate, RuleSet } from '../../model/rule.js';
import { onlySection, warnOfOthers, warnOfUnread } from '../xml/children.js';
import type { Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readKeyedConstraint } from './read-keyed-constraint.js';
import { readOrderIndifferent } from './read-order-indifferent.js';
import { readPredicate } from './read-predicate.js';
import { readStatement } from './read-statement.js';
import { ruleContexts } from './rule-contexts.js';

type ContentRules = Pick<RuleSet, 'statements' | 'predicates' | 'keyed' | 'orderIndifferent'>;

const ANYWHERE = { kinds: ['Datatype', 'Segment', 'Group', 'Message'], by: ['ByID', 'ByName'] } as const;

/** One `<ConformanceContext>`: statements, predicates, and what older profiles have besides. */
export function readConstraints(reading: Reading, root: XmlElement): ContentRules {
  warnOfOthers(reading, root, 'MetaData', 'Predicates', 'Constraints', 'OrderIndifferent', 'CoConstraints');
  const section = (name: string): XmlElement | undefined => onlySection(reading, root, name);
  return {
    statements: rules<ConformanceStatement>(reading, section('Constraints'), 'Constraint', readStatement),
    predicates: rules<Predicate>(reading, section('Predicates'), 'Predicate', readPredicate),
    keyed: rules<KeyedConstraint>(reading, section('CoConstraints'), 'CoConstraint', readKeyedConstraint),
    orderIndifferent: readOrderIndifferent(reading, section('OrderIndifferent')),
  };
}

function rules<Rule>(
  reading: Reading,
  section: XmlElement | undefined,
  name: string,
  read: (reading: Reading, element: XmlElement) => Rule | undefined,
): readonly Attached<Rule>[] {
  return ruleContexts(reading, section, ANYWHERE).flatMap(({ on, element }) =>
    element.children.flatMap((child) => {
      if (child.name !== name) {
        warnOfUnread(reading, child, element, `Here stand <${name}> elements.`);
        return [];
      }
      const rule = read(reading, child);
      return rule === undefined ? [] : [{ on, rule }];
    }),
  );
}
