import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { HL7_NULL, rawValue, simpleValue } from '../instance/value.js';
import type { CompiledBinding, CompiledLocation } from '../plan/binding.js';
import { codesFor } from '../value-sets/match.js';
import { isSentAs } from './is-text.js';
import { simpleElementAt } from './simple-element.js';

/**
 * Whether nothing is to be said about the codes of `target`: none is there, or exactly one is a required code of exactly one
 * set, with its code system. Makes one string a code and no other garbage; what it cannot tell at once it leaves to the full
 * judgement.
 */
export function isPlainlyRight(x: Examination, target: number, binding: CompiledBinding): boolean {
  let present = 0;
  let found = 0;
  for (const location of binding.locations) {
    const node = simpleElementAt(x.tree, target, location.code);
    if (node === NONE) continue;
    if (node < NONE) return false;
    present++;
    const matches = matchesAt(x, target, node, location, binding);
    if (matches < 0) return false;
    found += matches;
  }
  // Sets that the profile excludes have no codes to look up, and that is told on request only.
  return found === 1 || present === 0 || binding.listed.length === 0;
}

/** In how many sets the code is; -1 where that needs a closer look. */
function matchesAt(
  { tree, mode }: Examination,
  target: number,
  node: number,
  location: CompiledLocation,
  binding: CompiledBinding,
): number {
  const { codesOneByOne, pseudoCodesAreLiteral } = mode.quirks;
  const system = location.system === undefined ? NONE : simpleElementAt(tree, target, location.system);
  if (system < NONE) return -1;
  const value = codesOneByOne ? rawValue(tree, node) : simpleValue(tree, node);
  if (value === HL7_NULL) return -1;
  let found = 0;
  for (const set of binding.listed) {
    const codes = codesFor(set, value, !pseudoCodesAreLiteral);
    const [code] = codes;
    if (code === undefined) continue;
    if (codes.length > 1 || code.usage !== 'R') return -1;
    if (location.system === undefined) found++;
    else if (system === NONE) return -1;
    else if (isSentAs(tree, system, code.system)) found++;
  }
  return found;
}
