import { never } from '../../../base/never.js';
import type {
  CoConstraint,
  CoConstraintCell,
  CoConstraintContext,
  CoConstraintTable,
} from '../../model/co-constraint.js';
import type { SlicingContext } from '../../model/slicing.js';
import type { Code, ValueSet, ValueSetLibrary } from '../../model/value-set.js';
import { writtenAssertion } from './written-assertion.js';
import { writtenBinding } from './written-rules.js';
import { writtenRange } from './written-structure.js';
import type { Written } from './written-yaml.js';

const asItIs = (path: string): string => path;

export function writtenCoConstraints(context: CoConstraintContext): Written {
  const { message, contextName, contextPath, segmentName, segmentPath, tables } = context;
  return {
    message,
    context: contextPath,
    contextName,
    segment: segmentPath,
    segmentName,
    tables: tables.map(writtenTable),
  };
}

function writtenTable({ condition, groupIds, rows, groups }: CoConstraintTable): Written {
  return {
    condition: condition && { text: condition.description, assert: writtenAssertion(condition.assertion, asItIs) },
    groupBy: none(groupIds.map(({ priority, path, name }) => ({ path, name, priority: String(priority) }))),
    rows: none(rows.map(writtenRow)),
    groups: none(
      groups.map(({ name, usage, cardinality, primary, others }) => ({
        name,
        usage,
        cardinality: writtenRange(cardinality),
        primary: writtenRow(primary),
        others: none(others.map(writtenRow)),
      })),
    ),
  };
}

function writtenRow({ usage, cardinality, selectors, constraints }: CoConstraint): Written {
  return {
    usage,
    cardinality: writtenRange(cardinality),
    if: none(selectors.map(writtenCell)),
    // biome-ignore lint/suspicious/noThenProperty: the word of the language; nothing awaits a row.
    then: none(constraints.map(writtenCell)),
  };
}

function writtenCell(cell: CoConstraintCell): Written {
  const { path, name } = cell;
  switch (cell.kind) {
    case 'plain-text':
      return { path, name, text: cell.value };
    case 'code':
      return {
        path,
        name,
        code: cell.code,
        system: cell.system,
        locations: cell.locations.map(({ code, system, systemOid, position }) => ({
          code,
          system,
          systemOid,
          position: position === undefined ? undefined : String(position),
        })),
      };
    case 'value-set':
      return {
        path,
        name,
        values: cell.bindings.map((binding) => ({
          ...writtenBinding(binding, asItIs),
          strength: binding.strength ?? 'none',
          locations: binding.locations.map(({ code, system, systemOid }) => ({ code, system, systemOid })),
        })),
      };
    default:
      return never(cell);
  }
}

function none(list: readonly Written[]): Written | undefined {
  return list.length === 0 ? undefined : list;
}

export function writtenSlicing({ kind, message, context, slicings }: SlicingContext): Written {
  return {
    of: kind,
    message,
    context,
    slicings: slicings.map((slicing) => {
      const position = String(slicing.position);
      if (slicing.kind === 'occurrence') {
        const occurrences = slicing.slices.map(({ ref, occurrence }) => ({ use: ref, occurrence: String(occurrence) }));
        return { position, occurrences };
      }
      const slices = slicing.slices.map(({ ref, description, assertion }) => ({
        use: ref,
        text: description === '' ? undefined : description,
        when: writtenAssertion(assertion, asItIs),
      }));
      return { position, slices };
    }),
  };
}

/** Sets, and the ids that are bound and not to be checked. */
export function writtenLibrary({ sets, excluded }: ValueSetLibrary): Written {
  const entries = [...sets.values()].map((set): [string, Written] => [set.id, writtenSet(set, excluded.has(set.id))]);
  const others = [...excluded]
    .filter((id) => !sets.has(id))
    .map((id): [string, Written] => [id, { unchecked: 'true' }]);
  return Object.fromEntries([...entries, ...others]);
}

function writtenSet(set: ValueSet, isExcluded: boolean): Written {
  const { id, name, oid, version, stability, extensibility, contentDefinition, noCodeText, codes } = set;
  return {
    name: name === id ? undefined : name,
    oid,
    version,
    stability,
    extensibility,
    contentDefinition,
    noCodeText,
    unchecked: isExcluded ? 'true' : undefined,
    codes: codes.map(writtenCode),
  };
}

function writtenCode({ value, text, system, usage, pattern }: Code): Written {
  if (text === '' && system === '' && usage === 'R' && pattern === undefined) return value;
  return {
    code: value,
    text: text === '' ? undefined : text,
    system: system === '' ? undefined : system,
    usage: usage === 'R' ? undefined : (usage ?? 'none'),
    pattern,
  };
}
