import type { Profile } from '../../model/profile.js';
import type {
  Attachment,
  ConformanceStatement,
  KeyedConstraint,
  OrderIndifferentContext,
  Predicate,
  Reference,
} from '../../model/rule.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';
import { assertionElement } from './assertion-element.js';
import { metadata } from './profile-file.js';
import { ruleSections } from './rule-sections.js';
import { hasKnownOutcomes } from './written-predicate.js';

/** Constraints.xml. */
export function constraintsFile(profile: Profile, losses: Losses): XmlNode {
  const { statements, predicates, keyed, orderIndifferent } = profile.rules;
  const sections = [
    xml(
      'Predicates',
      {},
      ruleSections(predicates, (rule, on) => predicateElement(rule, on, losses)),
    ),
    xml(
      'Constraints',
      {},
      ruleSections(statements, (rule, on) => [statementElement(rule, losses, on.value)]),
    ),
    xml(
      'OrderIndifferent',
      {},
      orderIndifferent.map((one) => contextElement(one, losses)),
    ),
    xml(
      'CoConstraints',
      {},
      ruleSections(keyed, (rule, on) => keyedElement(rule, on, losses)),
    ),
  ];
  const needed = sections.filter(
    ({ name, children }) => children.length > 0 || name === 'Predicates' || name === 'Constraints',
  );
  return xml('ConformanceContext', { UUID: profile.id }, [metadata(profile), ...needed]);
}

function statementElement(rule: ConformanceStatement, losses: Losses, place: string): XmlNode {
  const { id, strength, classification, reference, description, assertion } = rule;
  return xml('Constraint', { ID: id, Strength: strength, Classification: classification }, [
    ...referenceElement(reference),
    xml('Description', {}, [description]),
    xml('Assertion', {}, [assertionElement(assertion, losses, id === '' ? place : id)]),
  ]);
}

function predicateElement(rule: Predicate, on: Attachment, losses: Losses): readonly XmlNode[] {
  const { id, target, whenTrue, whenFalse, reference, description, condition } = rule;
  const place = `${on.value} ${target}`;
  if (condition === undefined) {
    losses.add('conditions that are in words only', place);
    return [];
  }
  if (!hasKnownOutcomes(rule)) {
    losses.add('conditions with another outcome than R, RE, O and X', place);
    return [];
  }
  return [
    xml('Predicate', { ID: id, Target: target, TrueUsage: whenTrue, FalseUsage: whenFalse }, [
      ...referenceElement(reference),
      xml('Description', {}, [description]),
      xml('Condition', {}, [assertionElement(condition, losses, place)]),
    ]),
  ];
}

function referenceElement(reference: Reference | undefined): readonly XmlNode[] {
  if (reference === undefined) return [];
  return [
    xml('Reference', {
      Chapter: reference.chapter,
      Section: reference.section,
      Page: reference.page,
      URL: reference.url,
      Source: reference.source,
      GeneratedBy: reference.generatedBy,
      ReferencePath: reference.referencePath,
      TestDataCategorization: reference.testDataCategorization,
    }),
  ];
}

function keyedElement({ description, entries }: KeyedConstraint, on: Attachment, losses: Losses): readonly XmlNode[] {
  const written = entries.flatMap(({ key, assertions }) => {
    const inner = assertions.map((one) => assertionElement(one, losses, on.value));
    if (key.kind === 'plain-text') {
      const attributes = { KeyPath: key.path, KeyValue: key.text, IgnoreCase: String(key.ignoreCase) };
      return [xml('PlainCoConstraint', attributes, inner)];
    }
    losses.add('keys of old co-constraints that are no text', on.value);
    return [];
  });
  return [xml('CoConstraint', {}, [xml('Description', {}, [description]), xml('Assertion', {}, written)])];
}

function contextElement({ path, patterns }: OrderIndifferentContext, losses: Losses): XmlNode {
  return xml(
    'Context',
    { List: path },
    patterns.map(({ cardinality, triggerMessage, trigger, constraints, contexts }) =>
      xml('Pattern', { Cardinality: String(cardinality) }, [
        xml('Trigger', {}, [
          ...(triggerMessage === '' ? [] : [xml('ErrorMessage', {}, [triggerMessage])]),
          xml('Assertion', {}, [assertionElement(trigger, losses, path)]),
        ]),
        xml(
          'Constraints',
          {},
          constraints.map((one) => statementElement(one, losses, path)),
        ),
        xml(
          'Contexts',
          {},
          contexts.map((one) => contextElement(one, losses)),
        ),
      ]),
    ),
  );
}
