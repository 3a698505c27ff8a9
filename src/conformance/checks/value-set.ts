import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { isSimple } from '../instance/value.js';
import type { CompiledBinding } from '../plan/binding.js';
import type { DefinitionRules } from '../plan/rules.js';
import { type BindingMap, BOUND, BOUND_BELOW, bindingMap, NOWHERE } from './binding-map.js';
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
  const map = bindingMap(x.tree.plan);
  if (map.definitions[x.tree.plan.root] !== 0) checkBelow({ x, map, told: undefined }, 0);
}

/** `told`: bindings whose profile's faults this message has been told; made when there is the first. */
interface Walk {
  readonly x: Examination;
  readonly map: BindingMap;
  told: Set<CompiledBinding> | undefined;
}

/** Of the element that is looked at; used again for each. */
const targets = new NodeList();

function checkBelow(walk: Walk, node: number): void {
  const { tree } = walk.x;
  const { definitions, forbidden } = walk.map;
  const definition = tree.definition[node] ?? NONE;
  const bits = definitions[definition] ?? 0;
  if ((bits & BOUND) !== 0) checkNode(walk, node, definition, tree.plan.definitions[definition]?.rules);
  if ((bits & BOUND_BELOW) === 0) return;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    const isBound = definitions[tree.definition[child] ?? NONE] !== 0;
    if (isBound && forbidden[tree.element[child] ?? NONE] !== 1) checkBelow(walk, child);
  }
}

/** Only bindings of places where there is something. */
function checkNode(walk: Walk, node: number, definition: number, rules: DefinitionRules | undefined): void {
  if (rules === undefined) return;
  const { tree } = walk.x;
  const { own, below } = walk.map.places[definition] ?? NOWHERE;
  for (const binding of own) checkBinding(walk, node, binding);
  let last = NONE;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    const position = tree.position[child] ?? NONE;
    const bindings = position === last ? undefined : below[position];
    last = position;
    if (bindings !== undefined) for (const binding of bindings) checkBinding(walk, node, binding);
  }
  for (const single of rules.singleCodes) checkSingleCode(walk.x, node, single);
}

function checkBinding(walk: Walk, node: number, binding: CompiledBinding): void {
  const { tree, mode } = walk.x;
  if (!elementsAt(tree, node, binding.target, targets) || targets.size === 0) return;
  if (mode.quirks.codesOneByOne) checkOneByOne(walk, binding);
  else if (!binding.isRepeated) checkEach(walk, binding);
}

/** Our way: each element for itself. What it costs where there is nothing to say is one string a code. */
function checkEach(walk: Walk, binding: CompiledBinding): void {
  const { x } = walk;
  if (binding.strength === 'U' && walk.told?.has(binding) === true) return;
  const isQuick = binding.isSound && !x.mode.verbose;
  for (let i = 0; i < targets.size; i++) {
    const target = targets.at(i);
    if (isForbidden(x.tree, target) || (isQuick && isPlainlyRight(x, target, binding))) continue;
    tellOnce(walk, judgeElement(x, target, binding).detections, binding);
  }
}

function tellOnce(walk: Walk, detections: readonly ValueSetDetection[], binding: CompiledBinding): void {
  const isTold = walk.told?.has(binding) === true;
  for (const detection of detections) {
    if (!isTold || !isAboutProfile(detection)) tellDetection(walk.x, detection, binding);
  }
  if (isTold || !detections.some(isAboutProfile)) return;
  walk.told ??= new Set();
  walk.told.add(binding);
}

function checkOneByOne({ x }: Walk, binding: CompiledBinding): void {
  if (isAllRight(x, binding)) return;
  const nodes = targets.toArray().filter((target) => !isForbidden(x.tree, target));
  for (const detection of judgeOneByOne(x, nodes, binding)) tellDetection(x, detection, binding);
}

/** Whether the reference has nothing to say but what is right. */
function isAllRight(x: Examination, binding: CompiledBinding): boolean {
  if (!binding.isSound || x.mode.verbose || binding.strength === 'S' || binding.isDynamic) return false;
  for (let i = 0; i < targets.size; i++) {
    const target = targets.at(i);
    if (isForbidden(x.tree, target)) continue;
    if (binding.sets.length > 1 && isSimple(x.tree, target)) return false;
    if (!isPlainlyRight(x, target, binding)) return false;
  }
  return true;
}
