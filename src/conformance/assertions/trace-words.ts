import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { pathOf } from '../instance/place.js';
import type { Trace } from './evaluate.js';
import { expectation } from './expectation.js';
import type { Note } from './outcome.js';

/** Why it failed or could not be told: each sub-assertion that is to blame, and where. No value of the message. */
export function traceWords(tree: InstanceTree, { notes }: Trace): string {
  return notes.map((note) => noteWords(tree, note)).join('; ');
}

function noteWords(tree: InstanceTree, { node, from, assertion, problem }: Note): string {
  const where = pathOf(tree, node === NONE ? from : node);
  const wanted = expectation(tree, from, assertion);
  return problem === undefined ? `${where}: wanted ${wanted}` : `${where}: ${problem}, where ${wanted} is wanted`;
}
