import { type InstanceTree, IS_UNRESOLVED, NONE } from '../instance/instance-tree.js';
import { elementOf } from '../instance/navigate.js';
import { isSimple } from '../instance/value.js';
import type { ProfilePath } from '../model/profile-path.js';

/** Nodes in order; the room is kept, so that one list serves many messages without garbage. */
export class NodeList {
  size = 0;
  #nodes = new Int32Array(16);

  at(index: number): number {
    return this.#nodes[index] ?? NONE;
  }

  add(node: number): void {
    if (this.size === this.#nodes.length) {
      const wider = new Int32Array(this.size * 2);
      wider.set(this.#nodes);
      this.#nodes = wider;
    }
    this.#nodes[this.size++] = node;
  }

  toArray(): readonly number[] {
    const nodes: number[] = [];
    for (let i = 0; i < this.size; i++) nodes.push(this.at(i));
    return nodes;
  }
}

/**
 * Puts the elements at a path from `node` into the emptied list, in the order of the message. False where the path leads below
 * an element that has no inside.
 */
export function elementsAt(tree: InstanceTree, node: number, path: ProfilePath, into: NodeList): boolean {
  into.size = 0;
  return collect(tree, node, path, 0, into);
}

function collect(tree: InstanceTree, node: number, path: ProfilePath, depth: number, into: NodeList): boolean {
  const step = path[depth];
  if (step === undefined) {
    into.add(node);
    return true;
  }
  if (hasNoInside(tree, node)) return false;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    const position = tree.position[child] ?? 0;
    if (position > step.position) return true;
    if (position < step.position || (step.instance !== '*' && tree.instance[child] !== step.instance)) continue;
    if (!collect(tree, child, path, depth + 1, into)) return false;
  }
  return true;
}

/** A simple element, or one whose type nothing tells. A null field with components has an inside, which is empty. */
export function hasNoInside(tree: InstanceTree, node: number): boolean {
  return isSimple(tree, node) || ((tree.flags[node] ?? 0) & IS_UNRESOLVED) !== 0;
}

/** Usage X or W: that the element is there at all is told elsewhere. */
export function isForbidden(tree: InstanceTree, node: number): boolean {
  const usage = elementOf(tree, node)?.usage;
  return usage === 'X' || usage === 'W';
}
