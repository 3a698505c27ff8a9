import type { Profile } from '../model/profile.js';
import { viewMessages } from '../view/profile-view.js';
import type { ViewMessage, ViewNode, ViewRule } from '../view/view-node.js';
import { isShownInside, nodesAt, type TreeDepth, type TreeOptions } from './shown-nodes.js';

/** A profile as a tree for the terminal; undefined where it has nothing at the path. */
export function treeText(profile: Profile, { depth, path }: TreeOptions): string | undefined {
  const messages = viewMessages(profile);
  if (path !== undefined) return partText(messages, path);
  const lines = [heading(profile)];
  for (const message of messages) {
    lines.push('', `${message.event}  ${message.title}`.trimEnd());
    lines.push(...table(message.children.flatMap((node) => rows(node, 1, depth))));
    lines.push(...ruleLines(message.statements, '  '));
    lines.push(...message.elsewhere.flatMap(({ element, condition }) => ruleLines([condition], '  ', `${element}: `)));
  }
  return lines.join('\n');
}

function heading({ name, id, version, hl7Version, messages }: Profile): string {
  const known = [id, version].filter((part) => part !== undefined).join(' ');
  const count = messages.length === 1 ? '1 message' : `${messages.length} messages`;
  return `${name}\n${known}, HL7 ${hl7Version}, ${count}`;
}

/** Everything that the path means, each in full. */
function partText(messages: readonly ViewMessage[], path: string): string | undefined {
  const found = messages.flatMap(({ children, event }) => nodesAt(children, path).map((node) => ({ event, node })));
  if (found.length === 0) return undefined;
  const seen = new Set<string>();
  const parts = found.flatMap(({ event, node }) => {
    const body = table(rows(node, 0, 'components')).join('\n');
    const title = `${node.path}  in ${event}`;
    // The same segment in fifteen messages need not be read fifteen times.
    if (seen.has(`${node.path}\n${body}`)) return [];
    seen.add(`${node.path}\n${body}`);
    return [`${title}\n${body}`];
  });
  return parts.join('\n\n');
}

interface Row {
  readonly label: string;
  /** Usage, cardinality, data type, length. */
  readonly columns: readonly string[];
  readonly rest: string;
  /** Lines below the row. */
  readonly notes: readonly string[];
}

function rows(node: ViewNode, level: number, depth: TreeDepth): readonly Row[] {
  const indent = '  '.repeat(level);
  const isShort = depth === 'segments' && (node.kind === 'segment' || node.kind === 'group');
  const own: Row = {
    label: `${indent}${node.label}`,
    columns: [node.usage, node.cardinality, node.datatype, node.length],
    rest: [node.title, ...facts(node)].filter((part) => part !== '').join('  '),
    notes: isShort && node.kind === 'segment' ? [] : notes(node, `${indent}      `),
  };
  return [
    own,
    ...(isShownInside(node, depth) ? node.children().flatMap((child) => rows(child, level + 1, depth)) : []),
  ];
}

/** What fits beside the name. */
function facts({ constant, bindings, singleCode, mapping }: ViewNode): readonly string[] {
  return [
    ...(constant === undefined ? [] : [`= "${constant}"`]),
    ...bindings.map(({ sets, strength, at }) => {
      const where = at === '' ? '' : ` at ${at}`;
      return `[${sets.join(', ')}${strength === '' ? '' : `, ${strength}`}${where}]`;
    }),
    ...(singleCode === undefined ? [] : [`only ${singleCode}`]),
    ...(mapping === undefined ? [] : [shortened(mapping)]),
  ];
}

/** Some thirty types in a row say no more than their beginning. */
function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}

function notes({ text, requirement, condition, statements }: ViewNode, indent: string): readonly string[] {
  const words = [requirement, text].filter((part) => part !== undefined).join(': ');
  return [
    ...(words === '' ? [] : words.split('\n').map((line) => `${indent}${line}`)),
    ...ruleLines(condition === undefined ? [] : [condition], indent),
    ...ruleLines(statements, indent),
  ];
}

function ruleLines(rules: readonly ViewRule[], indent: string, lead = ''): readonly string[] {
  return rules.map(({ id, text, weight }) => {
    const name = id === '' ? '' : `${id}: `;
    return `${indent}- ${lead}${name}${text.replaceAll('\n', ' ')}${weight === '' ? '' : ` (${weight})`}`;
  });
}

/** Columns as wide as what stands in them. */
function table(all: readonly Row[]): readonly string[] {
  const width = (cells: readonly string[]): number => Math.max(0, ...cells.map((cell) => cell.length));
  const label = width(all.map((row) => row.label));
  const widths = [0, 1, 2, 3].map((at) => width(all.map((row) => row.columns[at] ?? '')));
  return all.flatMap((row) => {
    const cells = row.columns.flatMap((cell, at) => (widths[at] === 0 ? [] : [cell.padEnd(widths[at] ?? 0)]));
    return [[row.label.padEnd(label), ...cells, row.rest].join('  ').trimEnd(), ...row.notes];
  });
}
