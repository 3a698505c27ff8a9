import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { firstAt } from '../instance/navigate.js';
import { HL7_NULL, isSimple, simpleValue } from '../instance/value.js';
import type { AssertedValueSet } from '../plan/compiled-assertion.js';
import type { CompiledValueSet } from '../plan/value-set.js';
import { kinship } from '../value-sets/code-systems.js';
import { codesFor } from '../value-sets/match.js';

/** Whether an element has a code of a set; where it has not, which element is to blame. */
export type CodeVerdict =
  | { readonly kind: 'listed' }
  | { readonly kind: 'not-listed'; readonly node: number; readonly actual?: string }
  | { readonly kind: 'unknown'; readonly problem: string };

export const LISTED: CodeVerdict = { kind: 'listed' };

/** The component after next holds the code system of a coded element (CE, CNE, CWE). */
const SYSTEM_AFTER_CODE = 2;

/** A code of any of the sets, at any of the positions, in its code system where the message states one. */
export function codeIsListed(x: Examination, node: number, { sets, positions }: AssertedValueSet): CodeVerdict {
  if (sets.every(isExcluded)) return LISTED;
  const unusable = sets.find(({ state }) => state !== 'listed' && state !== 'excluded');
  if (unusable !== undefined) return { kind: 'unknown', problem: `the value set ${unusable.id} has no codes here` };
  const { tree } = x;
  if (isSimple(tree, node)) return judge(x, node, NONE, sets, node);
  let first: CodeVerdict | undefined;
  for (const position of positions) {
    const system = firstAt(tree, node, position + SYSTEM_AFTER_CODE);
    const verdict = judge(x, firstAt(tree, node, position), system, sets, node);
    if (verdict.kind === 'listed') return verdict;
    first ??= verdict;
  }
  return first ?? LISTED;
}

function isExcluded({ state }: CompiledValueSet): boolean {
  return state === 'excluded';
}

function judge(
  { tree }: Examination,
  code: number,
  system: number,
  sets: readonly CompiledValueSet[],
  whole: number,
): CodeVerdict {
  if (code === NONE || !isSimple(tree, code)) return { kind: 'not-listed', node: whole };
  const value = simpleValue(tree, code);
  if (value === HL7_NULL) return LISTED;
  const sent = system === NONE || !isSimple(tree, system) ? '' : simpleValue(tree, system);
  if (sets.some((set) => !isExcluded(set) && holds(set, value, sent))) return LISTED;
  const incomplete = sets.find((set) => !isExcluded(set) && set.incomplete);
  if (incomplete !== undefined) return { kind: 'unknown', problem: `not all codes of ${incomplete.id} are known here` };
  return { kind: 'not-listed', node: code, actual: value };
}

function holds(set: CompiledValueSet, value: string, sent: string): boolean {
  return codesFor(set, value, true).some(({ usage, system }) => usage !== 'E' && isOfSystem(system, sent));
}

function isOfSystem(listed: string, sent: string): boolean {
  return listed === '' || sent === '' || kinship(listed, sent) === 'same';
}
