import { never } from '../../base/never.js';
import type { InstanceTree } from '../instance/instance-tree.js';
import type { ComparisonOperator } from '../model/assertion.js';
import type { Comparison, CompiledAssertion } from '../plan/compiled-assertion.js';
import { namedPath } from './named-path.js';

/** More of a list than this nobody reads. */
const MOST_LISTED = 20;

const COMPARED: Readonly<Record<ComparisonOperator, string>> = {
  EQ: 'equal to',
  NE: 'different from',
  GT: 'greater than',
  LT: 'less than',
  GE: 'at least',
  LE: 'at most',
};

/** What the assertion wants of the element `from`, in words; from the profile alone, never a value of the message. */
export function expectation(tree: InstanceTree, from: number, assertion: CompiledAssertion): string {
  const at = (path: { readonly text: string }) => namedPath(tree, from, path);
  switch (assertion.kind) {
    case 'presence':
      return `something at ${at(assertion.path)}`;
    case 'plain-text':
      return assertion.text;
    case 'format':
      return `a value that matches ${assertion.regex}`;
    case 'string-list':
      return `one of ${listed([...assertion.values])}`;
    case 'number-list':
      return `one of ${listed(assertion.numbers.map(String))}`;
    case 'simple-value':
      return compared(assertion.comparison, assertion.literal.text);
    case 'path-value':
    case 'complex-path-value':
      return compared(assertion.comparison, `what is at ${at(assertion.path2)}`);
    case 'string-format':
      return `a ${assertion.format === 'LOINC' ? 'LOINC' : 'SNOMED CT'} code with the right check digit`;
    case 'value-set':
      return `a code of the value set ${assertion.id}`;
    case 'set-id':
      return String(tree.instance[from] ?? 1);
    case 'iz-set-id':
      return `numbers that count 1, 2, 3 over ${at(assertion.parent)}`;
    case 'is-null':
      return `HL7 null ("") at ${at(assertion.path)}`;
    case 'sub-context':
      return `in ${at(assertion.path)}: ${expectation(tree, from, assertion.assertion)}`;
    case 'plugin':
      return `what the rule function ${assertion.name} accepts`;
    case 'not':
      return unwanted(tree, from, assertion.of);
    case 'and':
    case 'or':
      return `${expectation(tree, from, assertion.left)} ${assertion.kind} ${expectation(tree, from, assertion.right)}`;
    case 'for-all':
    case 'exists':
      return assertion.of
        .map((each) => expectation(tree, from, each))
        .join(assertion.kind === 'exists' ? ' or ' : ' and ');
    case 'undecidable':
      return assertion.reason;
    default:
      return never(assertion);
  }
}

function unwanted(tree: InstanceTree, from: number, of: CompiledAssertion): string {
  if (of.kind === 'presence') return `nothing at ${namedPath(tree, from, of.path)}`;
  return `anything but: ${expectation(tree, from, of)}`;
}

function compared({ operator }: Comparison, other: string): string {
  return `a value ${COMPARED[operator]} ${other}`;
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, MOST_LISTED).join(', ');
  return values.length > MOST_LISTED ? `${shown} and ${values.length - MOST_LISTED} more` : shown;
}
