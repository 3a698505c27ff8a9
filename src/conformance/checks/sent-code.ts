import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { HL7_NULL, rawValue, simpleValue } from '../instance/value.js';
import type { CompiledLocation } from '../plan/binding.js';
import { simpleElementAt } from './simple-element.js';

/** A code of the message, and its system where it has one. */
export interface SentCode {
  readonly location: CompiledLocation;
  /** Elements; `system` is NONE where the message has none. */
  readonly node: number;
  readonly systemNode: number;
  readonly value: string;
  readonly system: string | undefined;
  /** The system is given as an OID, not by name. */
  readonly isOid: boolean;
}

export interface SentCodes {
  readonly codes: readonly SentCode[];
  /** How many locations cannot be looked at: they lead to several elements, or to none that is simple. */
  readonly misplaced: number;
}

/** The codes of an element at the locations of a binding, as the mode reads them. */
export function sentCodes(x: Examination, target: number, locations: readonly CompiledLocation[]): SentCodes {
  const codes: SentCode[] = [];
  let misplaced = 0;
  const countsAgain = x.mode.quirks.codesOneByOne;
  for (const location of locations) {
    const code = sentCode(x, target, location);
    if (code === 'misplaced') misplaced++;
    else if (code !== undefined && (countsAgain || !codes.some((known) => isSame(known, code)))) codes.push(code);
  }
  return { codes, misplaced };
}

/** A profile may name a location twice. */
function isSame(one: SentCode, other: SentCode): boolean {
  return one.node === other.node && one.systemNode === other.systemNode;
}

function sentCode(
  { tree, mode }: Examination,
  target: number,
  location: CompiledLocation,
): SentCode | 'misplaced' | undefined {
  const node = simpleElementAt(tree, target, location.code);
  if (node === NONE) return undefined;
  if (node < NONE) return 'misplaced';
  const read = mode.quirks.codesOneByOne ? rawValue : simpleValue;
  const value = read(tree, node);
  // Not a code: the sender wants the receiver's value deleted.
  if (value === HL7_NULL && !mode.quirks.codesOneByOne) return undefined;
  let systemNode = location.system === undefined ? NONE : simpleElementAt(tree, target, location.system);
  if (systemNode < NONE) return 'misplaced';
  let isOid = false;
  if (systemNode === NONE && !mode.quirks.codesOneByOne) {
    systemNode = oidNode(tree, target, location);
    isOid = systemNode !== NONE;
  }
  const system = systemNode === NONE ? undefined : read(tree, systemNode);
  return { location, node, systemNode, value, system, isOid };
}

function oidNode(tree: InstanceTree, target: number, { systemOid }: CompiledLocation): number {
  return systemOid === undefined ? NONE : Math.max(simpleElementAt(tree, target, systemOid), NONE);
}
