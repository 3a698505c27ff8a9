import type {
  CoConstraint,
  CoConstraintContext,
  CoConstraintGroup,
  CoConstraintTable,
} from '../../model/co-constraint.js';
import type { Cardinality } from '../../model/usage.js';
import { attribute, oneOf, range, required, requiredNumber } from '../xml/attributes.js';
import { childrenNamed, firstChild, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readOnlyAssertion } from './read-assertion.js';
import { readCells } from './read-co-constraint-cells.js';

/** `<CoConstraintContext>`: tables by message, context and segment. */
export function readCoConstraints(reading: Reading, root: XmlElement): readonly CoConstraintContext[] {
  warnOfOthers(reading, root, 'MetaData', 'ByMessage');
  return childrenNamed(root, 'ByMessage').flatMap((message) => {
    warnOfOthers(reading, message, 'Context');
    const id = required(reading, message, 'ID');
    return childrenNamed(message, 'Context').flatMap((context) => readContext(reading, context, id));
  });
}

function readContext(reading: Reading, context: XmlElement, message: string): readonly CoConstraintContext[] {
  warnOfOthers(reading, context, 'Segment');
  const contextPath = required(reading, context, 'Path');
  return childrenNamed(context, 'Segment').map((segment) => ({
    message,
    contextName: attribute(context, 'Name'),
    contextPath,
    segmentName: attribute(segment, 'Name'),
    segmentPath: required(reading, segment, 'Path'),
    tables: readTables(reading, segment),
    place: placeOf(reading, segment),
  }));
}

/** Simple tables first, as the reference has them. */
function readTables(reading: Reading, segment: XmlElement): readonly CoConstraintTable[] {
  warnOfOthers(reading, segment, 'SimpleTable', 'ConditionalTable');
  return [
    ...childrenNamed(segment, 'SimpleTable').map((table) => readTable(reading, table)),
    ...childrenNamed(segment, 'ConditionalTable').map((table) => ({
      ...readCondition(reading, table),
      ...readTable(reading, table),
    })),
  ];
}

function readTable(reading: Reading, table: XmlElement): Omit<CoConstraintTable, 'condition'> {
  warnOfOthers(reading, table, 'CoConstraintGroupId', 'Condition', 'CoConstraint', 'CoConstraintGroup');
  return {
    groupIds: readGroupIds(reading, table),
    rows: childrenNamed(table, 'CoConstraint').map((row) => readRow(reading, row)),
    groups: childrenNamed(table, 'CoConstraintGroup').flatMap((group) => readGroup(reading, group) ?? []),
  };
}

function readCondition(reading: Reading, table: XmlElement): Pick<CoConstraintTable, 'condition'> {
  const condition = requiredChild(reading, table, 'Condition');
  const holder = condition === undefined ? undefined : requiredChild(reading, condition, 'Assertion');
  const assertion = holder === undefined ? undefined : readOnlyAssertion(reading, holder);
  if (assertion === undefined) return {};
  return { condition: { description: textOf(firstChild(condition, 'Description')), assertion } };
}

function readGroupIds(reading: Reading, table: XmlElement): CoConstraintTable['groupIds'] {
  const paths = childrenNamed(firstChild(table, 'CoConstraintGroupId'), 'IdPath');
  const ids = paths.map((element) => {
    const priority = requiredNumber(reading, element, 'Priority');
    return { priority, path: required(reading, element, 'Path'), name: attribute(element, 'Name') };
  });
  return ids.sort((a, b) => a.priority - b.priority);
}

function readGroup(reading: Reading, element: XmlElement): CoConstraintGroup | undefined {
  warnOfOthers(reading, element, 'Primary', 'CoConstraint');
  const primary = requiredChild(reading, element, 'Primary');
  if (primary === undefined) return undefined;
  return {
    name: attribute(element, 'Name'),
    ...readRequirement(reading, element),
    primary: readRow(reading, primary),
    others: childrenNamed(element, 'CoConstraint').map((row) => readRow(reading, row)),
    place: placeOf(reading, element),
  };
}

function readRow(reading: Reading, element: XmlElement): CoConstraint {
  warnOfOthers(reading, element, 'Selectors', 'Constraints');
  return {
    ...readRequirement(reading, element),
    selectors: readCells(reading, requiredChild(reading, element, 'Selectors')),
    constraints: readCells(reading, requiredChild(reading, element, 'Constraints')),
    place: placeOf(reading, element),
  };
}

function readRequirement(reading: Reading, element: XmlElement): { usage: 'R' | 'S' | 'O'; cardinality: Cardinality } {
  required(reading, element, 'Usage');
  required(reading, element, 'Min');
  return {
    usage: oneOf(reading, element, 'Usage', ['R', 'S', 'O'] as const) ?? 'O',
    cardinality: range(reading, element, 'Min', 'Max') ?? { min: 0, max: Number.POSITIVE_INFINITY },
  };
}
