import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { isSimple } from '../instance/value.js';
import type { CompiledBinding } from '../plan/binding.js';
import { type BindingMap, type BoundPlaces, type BoundTarget, bindingMap } from './binding-map.js';
import { BELOW, HERE } from './concerned-definitions.js';
import { elementsAt, NodeList } from './elements-at.js';
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
  if (map.definitions[x.tree.plan.root] === 0) return;
  x.remembered.begin(x.tree.delimiters);
  checkBelow({ x, map, told: undefined }, 0);
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
  if ((bits & HERE) !== 0) checkNode(walk, node, walk.map.places[definition]);
  if ((bits & BELOW) === 0) return;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    const isBound = definitions[tree.definition[child] ?? NONE] !== 0;
    if (isBound && forbidden[tree.element[child] ?? NONE] !== 1) checkBelow(walk, child);
  }
}

/** Only bindings of places where there is something. */
function checkNode(walk: Walk, node: number, places: BoundPlaces | undefined): void {
  if (places === undefined) return;
  const { tree } = walk.x;
  for (const bound of places.own) if (findTargets(walk, node, bound)) checkTargets(walk, bound);
  const { below } = places;
  let child = tree.firstChild[node] ?? NONE;
  while (child !== NONE) {
    const first = child;
    const position = tree.position[child] ?? 0;
    while (child !== NONE && tree.position[child] === position) child = tree.next[child] ?? NONE;
    const bound = position < below.length ? below[position] : undefined;
    if (bound !== undefined) checkChildren(walk, node, first, child, bound);
  }
  for (const single of places.singleCodes) checkSingleCode(walk.x, node, single);
}

/** The bindings whose targets are at one position, or in what is there: the children from `first` up to `after`. */
function checkChildren(walk: Walk, node: number, first: number, after: number, bound: readonly BoundTarget[]): void {
  const { next } = walk.x.tree;
  for (const each of bound) {
    if (each.isEach) {
      targets.size = 0;
      for (let child = first; child !== after; child = next[child] ?? NONE) targets.add(child);
      checkTargets(walk, each);
    } else if (findTargets(walk, node, each)) checkTargets(walk, each);
  }
}

function findTargets({ x }: Walk, node: number, { binding }: BoundTarget): boolean {
  return elementsAt(x.tree, node, binding.target, targets) && targets.size > 0;
}

function checkTargets(walk: Walk, bound: BoundTarget): void {
  if (walk.x.mode.quirks.codesOneByOne) checkOneByOne(walk, bound);
  else if (!bound.binding.isRepeated) checkEach(walk, bound);
}

/** Our way: each element for itself. What it costs where there is nothing to say is one string a code. */
function checkEach(walk: Walk, bound: BoundTarget): void {
  const { x } = walk;
  const { binding } = bound;
  if (binding.strength === 'U' && walk.told?.has(binding) === true) return;
  const isQuick = binding.isSound && !x.mode.verbose;
  for (let i = 0; i < targets.size; i++) {
    const target = targets.at(i);
    if (isForbidden(walk, target) || (isQuick && isRight(x, target, bound))) continue;
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

function checkOneByOne(walk: Walk, bound: BoundTarget): void {
  if (isAllRight(walk, bound)) return;
  const { x } = walk;
  const { binding } = bound;
  const nodes = targets.toArray().filter((target) => !isForbidden(walk, target));
  for (const detection of judgeOneByOne(x, nodes, binding)) tellDetection(x, detection, binding);
}

/** Whether the reference has nothing to say but what is right. */
function isAllRight(walk: Walk, bound: BoundTarget): boolean {
  const { x } = walk;
  const { binding } = bound;
  if (!binding.isSound || x.mode.verbose || binding.strength === 'S' || binding.isDynamic) return false;
  for (let i = 0; i < targets.size; i++) {
    const target = targets.at(i);
    if (isForbidden(walk, target)) continue;
    if (binding.sets.length > 1 && isSimple(x.tree, target)) return false;
    if (!isRight(x, target, bound)) return false;
  }
  return true;
}

/** Plainly right, or the same text as before. */
function isRight(x: Examination, target: number, { binding, index }: BoundTarget): boolean {
  if (x.remembered.has(x.tree, target, index)) return true;
  const isPlain = isPlainlyRight(x, target, binding);
  if (isPlain) x.remembered.keep(x.tree, target, index);
  return isPlain;
}

/** Usage X or W: that the element is there at all is told elsewhere. */
function isForbidden({ x, map }: Walk, node: number): boolean {
  return map.forbidden[x.tree.element[node] ?? NONE] === 1;
}
