import type { Examination } from '../examination.js';
import { IS_NULL, IS_UNRESOLVED, NONE } from '../instance/instance-tree.js';
import { definitionOf, firstAt, nextAt } from '../instance/navigate.js';
import { HL7_NULL, isSimple, rawValue } from '../instance/value.js';
import type { AssertedValueSet } from '../plan/compiled-assertion.js';
import type { CompiledValueSet } from '../plan/value-set.js';
import { codesFor } from '../value-sets/match.js';
import { type CodeVerdict, LISTED } from './value-set-code.js';

/**
 * The reference judges asserted value sets by older rules than bound ones: values as sent, a code in any code system, no
 * regard to strength; what the profile does not define fails.
 */
export function codeIsListedAsNist(x: Examination, node: number, assertion: AssertedValueSet): CodeVerdict {
  const { tree } = x;
  const flags = tree.flags[node] ?? 0;
  if ((flags & IS_UNRESOLVED) !== 0) return LISTED;
  if (isSimple(tree, node)) return judgeSimple(x, node, assertion);
  const isCoded = (flags & IS_NULL) === 0 && /^(CE|CWE|CNE)$/.test(definitionOf(tree, node).name);
  if (!isCoded) return judgeComplex(x, node, assertion);
  return assertion.id.includes(':') ? judgeBySystem(x, node, assertion) : judgeCoded(x, node, assertion);
}

function notListed(node: number): CodeVerdict {
  return { kind: 'not-listed', node };
}

function judgeSimple(x: Examination, node: number, { id, sets }: AssertedValueSet): CodeVerdict {
  const [set] = sets;
  const value = rawValue(x.tree, node);
  if (value === HL7_NULL) return LISTED;
  if (id.includes(':') || set === undefined || set.state !== 'listed') return notListed(node);
  return isCodeOf(set, value) ? LISTED : notListed(node);
}

/** Names of tables and local systems pass as codes of table 0396; a value that several codes mean does not. */
function isCodeOf(set: CompiledValueSet, value: string): boolean {
  if (isPseudoCode(set, value)) return true;
  const codes = codesFor(set, value, false);
  return codes.length === 1 && codes[0]?.usage !== 'E';
}

function isPseudoCode({ id }: CompiledValueSet, value: string): boolean {
  return /^(HL7)?0396(_[a-zA-Z0-9]+)?$/.test(id) && /^(HL7\d{4}|99[a-zA-Z0-9]{3})$/.test(value);
}

/** Code and code system both must be there, whatever the latter says. */
function judgeCoded(x: Examination, node: number, { sets, positions }: AssertedValueSet): CodeVerdict {
  const [set] = sets;
  if (set === undefined || set.state !== 'listed') return notListed(node);
  return firstListed(
    positions.map((position) => {
      const code = onlyValue(x, node, position);
      if (code === NONE || onlyValue(x, node, position + 2) === NONE) return notListed(node);
      const value = rawValue(x.tree, code);
      if (!isCodeOf(set, value)) return notListed(code);
      return isPseudoCode(set, value) && codesFor(set, value, false).length === 0 ? notListed(node) : LISTED;
    }),
  );
}

/** Of several sets the code system picks those that count. */
function judgeBySystem(x: Examination, node: number, { sets, positions }: AssertedValueSet): CodeVerdict {
  const known = sets.filter(({ state }) => state === 'listed' || state === 'empty');
  if (known.length === 0 || known.some((set) => systemOf(set) === undefined)) return notListed(node);
  return firstListed(
    positions.map((position) => {
      const code = onlyValue(x, node, position);
      const system = onlyValue(x, node, position + 2);
      if (code === NONE || system === NONE) return notListed(node);
      const sent = rawValue(x.tree, system);
      const meant = known.filter((set) => systemOf(set) === sent);
      if (meant.length === 0) return notListed(system);
      return meant.some((set) => isCodeOf(set, rawValue(x.tree, code))) ? LISTED : notListed(node);
    }),
  );
}

/** The code system of all codes of the set; undefined where they differ or there are none. */
function systemOf(set: CompiledValueSet): string | undefined {
  const codes = [...set.codes.values()].flat().concat(set.patterns.map(({ code }) => code));
  const systems = new Set(codes.map(({ system }) => system));
  const [only] = systems;
  return systems.size === 1 ? only : undefined;
}

function judgeComplex(x: Examination, node: number, { id, sets, positions }: AssertedValueSet): CodeVerdict {
  const [set] = sets;
  if (id.includes(':') || set === undefined || set.state !== 'listed') return notListed(node);
  // Of two positions the second one decides.
  const code = onlyValue(x, node, positions.at(-1) ?? 1);
  if (code === NONE) return notListed(node);
  return isCodeOf(set, rawValue(x.tree, code)) ? LISTED : notListed(code);
}

function firstListed(verdicts: readonly CodeVerdict[]): CodeVerdict {
  return verdicts.find(({ kind }) => kind === 'listed') ?? verdicts[0] ?? LISTED;
}

/** The only simple child at the position as its first occurrence; NONE where there is none such. */
function onlyValue({ tree }: Examination, node: number, position: number): number {
  let child = firstAt(tree, node, position);
  while (child !== NONE && tree.instance[child] !== 1) child = nextAt(tree, child);
  return child !== NONE && isSimple(tree, child) ? child : NONE;
}
