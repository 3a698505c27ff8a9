import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { isSimple } from '../instance/value.js';
import type { CompiledBinding } from '../plan/binding.js';
import { elementsAt, isForbidden, NodeList } from './elements-at.js';
import { isPlainlyRight } from './plainly-right.js';
import { checkSingleCode } from './single-code.js';
import { isAboutProfile, type ValueSetDetection } from './value-set-detection.js';
import { judgeElement } from './value-set-judgement.js';
import { judgeOneByOne } from './value-set-one-by-one.js';
import { tellDetection } from './value-set-words.js';

/**
 * Codes against the value sets and single codes that are bound to their elements, in the order of the message. What is below
 * an element that may not be there (usage X or W) is not looked at.
 *
 * Our mode differs from the reference: see `value-set-judgement.ts`; besides, what the profile itself lacks is told once a
 * message and binding, a binding that the profile states in both its forms is checked once, HL7's null is no code, codes
 * count without their escapes, and a single code on a simple element is not lost.
 */
export function checkValueSets(x: Examination): void {
  checkBelow({ x, told: undefined }, 0);
}

/** `told`: bindings whose profile's faults this message has been told; made when there is the first. */
interface Walk {
  readonly x: Examination;
  told: Set<CompiledBinding> | undefined;
}

/** Of the element that is looked at; used again for each. */
const targets = new NodeList();

function checkBelow(walk: Walk, node: number): void {
  const { tree } = walk.x;
  const rules = tree.plan.definitions[tree.definition[node] ?? NONE]?.rules;
  if (rules !== undefined) {
    for (const binding of rules.bindings) checkBinding(walk, node, binding);
    for (const single of rules.singleCodes) checkSingleCode(walk.x, node, single);
  }
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    if (!isForbidden(tree, child)) checkBelow(walk, child);
  }
}

function checkBinding(walk: Walk, node: number, binding: CompiledBinding): void {
  const { tree, mode } = walk.x;
  if (binding.isRepeated && !mode.quirks.codesOneByOne) return;
  if (!elementsAt(tree, node, binding.target, targets)) return;
  if (isAllRight(walk.x, binding)) return;
  const nodes = targets.toArray().filter((target) => !isForbidden(tree, target));
  if (mode.quirks.codesOneByOne) tell(walk, judgeOneByOne(walk.x, nodes, binding), binding);
  else for (const target of nodes) tell(walk, judgeElement(walk.x, target, binding).detections, binding);
}

/** Without garbage, for the many codes about which there is nothing to say. */
function isAllRight(x: Examination, binding: CompiledBinding): boolean {
  if (targets.size === 0) return true;
  const { codesOneByOne } = x.mode.quirks;
  if (!binding.isSound || x.mode.verbose) return false;
  if (codesOneByOne && (binding.strength === 'S' || binding.isDynamic)) return false;
  for (let i = 0; i < targets.size; i++) {
    const target = targets.at(i);
    if (isForbidden(x.tree, target)) continue;
    if (codesOneByOne && binding.sets.length > 1 && isSimple(x.tree, target)) return false;
    if (!isPlainlyRight(x, target, binding)) return false;
  }
  return true;
}

function tell(walk: Walk, detections: readonly ValueSetDetection[], binding: CompiledBinding): void {
  const { x } = walk;
  const isOnce = !x.mode.quirks.codesOneByOne;
  const isTold = isOnce && walk.told?.has(binding) === true;
  for (const detection of detections) {
    if (!isTold || !isAboutProfile(detection)) tellDetection(x, detection, binding);
  }
  if (isOnce && !isTold && detections.some(isAboutProfile)) {
    walk.told ??= new Set();
    walk.told.add(binding);
  }
}
