import { never } from '../../../base/never.js';
import type {
  CoConstraint,
  CoConstraintCell,
  CoConstraintContext,
  CoConstraintTable,
} from '../../model/co-constraint.js';
import type { Profile } from '../../model/profile.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';
import { assertionElement } from './assertion-element.js';
import { range } from './profile-file.js';
import { bindingElement } from './value-set-files.js';

/** CoConstraints.xml. */
export function coConstraintsFile(profile: Profile, losses: Losses): XmlNode {
  const messages = [...new Set(profile.coConstraints.map(({ message }) => message))];
  return xml(
    'CoConstraintContext',
    {},
    messages.map((message) => {
      const contexts = profile.coConstraints.filter((context) => context.message === message);
      return xml(
        'ByMessage',
        { ID: message },
        contexts.map((context) => contextElement(context, losses)),
      );
    }),
  );
}

function contextElement(context: CoConstraintContext, losses: Losses): XmlNode {
  const tables = context.tables.map((table) => tableElement(table, losses, context.segmentName));
  return xml('Context', { Name: context.contextName, Path: context.contextPath }, [
    xml('Segment', { Name: context.segmentName, Path: context.segmentPath }, tables),
  ]);
}

function tableElement(
  { condition, groupIds, rows, groups }: CoConstraintTable,
  losses: Losses,
  place: string,
): XmlNode {
  const ids = groupIds.map(({ priority, path, name }) =>
    xml('IdPath', { Priority: String(priority), Path: path, Name: name }),
  );
  return xml(condition === undefined ? 'SimpleTable' : 'ConditionalTable', {}, [
    ...(ids.length === 0 ? [] : [xml('CoConstraintGroupId', {}, ids)]),
    ...(condition === undefined
      ? []
      : [
          xml('Condition', {}, [
            xml('Description', {}, [condition.description]),
            xml('Assertion', {}, [assertionElement(condition.assertion, losses, place)]),
          ]),
        ]),
    ...rows.map((row) => rowElement('CoConstraint', row, losses)),
    ...groups.map(({ name, usage, cardinality, primary, others }) =>
      xml('CoConstraintGroup', { Name: name, Usage: usage, ...range(cardinality) }, [
        rowElement('Primary', primary, losses),
        ...others.map((row) => rowElement('CoConstraint', row, losses)),
      ]),
    ),
  ]);
}

function rowElement(
  name: string,
  { usage, cardinality, selectors, constraints }: CoConstraint,
  losses: Losses,
): XmlNode {
  return xml(name, { Usage: usage, ...range(cardinality) }, [
    xml(
      'Selectors',
      {},
      selectors.map((cell) => cellElement(cell, losses)),
    ),
    xml(
      'Constraints',
      {},
      constraints.map((cell) => cellElement(cell, losses)),
    ),
  ]);
}

function cellElement(cell: CoConstraintCell, losses: Losses): XmlNode {
  const attributes = { Path: cell.path, Name: cell.name };
  switch (cell.kind) {
    case 'plain-text':
      return xml('PlainText', { ...attributes, Value: cell.value });
    case 'code': {
      const locations = cell.locations.map(({ position, code, system, systemOid }) => {
        if (systemOid !== undefined) losses.add('locations of OIDs in co-constraints', cell.name);
        return xml('BindingLocation', { Position: String(position ?? 0), CodePath: code, CodeSystemPath: system });
      });
      return xml('Code', { ...attributes, Code: cell.code, CodeSystem: cell.system }, locations);
    }
    case 'value-set':
      return xml(
        'ValueSet',
        attributes,
        cell.bindings.map((binding) => bindingElement(binding, losses)),
      );
    default:
      return never(cell);
  }
}
