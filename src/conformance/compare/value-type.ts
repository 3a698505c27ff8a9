import type { InstanceTree } from '../instance/instance-tree.js';
import { definitionOf } from '../instance/navigate.js';
import type { ValueType } from '../plan/compiled-assertion.js';

/** What kind of value the simple element holds, by the name of its data type. */
export function valueTypeOf(tree: InstanceTree, node: number): ValueType {
  switch (definitionOf(tree, node).name) {
    case 'NM':
    case 'SI':
      return 'number';
    case 'DT':
      return 'date';
    case 'TM':
      return 'time';
    case 'DTM':
      return 'date-time';
    default:
      return 'text';
  }
}
