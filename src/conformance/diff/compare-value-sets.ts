import type { Profile } from '../model/profile.js';
import type { Code, ValueSet } from '../model/value-set.js';
import type { Differences } from './difference.js';

/** Codes that are written out. */
const SHOWN = 20;

export function compareValueSets(before: Profile, after: Profile, differences: Differences): void {
  const [old, young] = [before.valueSets, after.valueSets];
  for (const id of new Set([...old.sets.keys(), ...young.sets.keys()])) {
    const [first, second] = [old.sets.get(id), young.sets.get(id)];
    // A table of the standard comes and goes with the elements that it is for.
    const isOfStandard =
      /^HL7\d{4}$/.test(id) && [before, after].some(({ form }) => form === 'base' || form === 'yaml');
    if (first === undefined || second === undefined) {
      if (isOfStandard) continue;
      differences.add(id, 'value set', first && shortly(first), second && shortly(second), id);
    } else compareSet(first, second, differences);
  }
  for (const id of new Set([...old.excluded, ...young.excluded])) {
    const said = (excluded: ReadonlySet<string>): string => (excluded.has(id) ? 'not checked' : 'checked');
    differences.add(id, 'value set', said(old.excluded), said(young.excluded), `excluded ${id}`);
  }
}

function shortly({ codes, name }: ValueSet): string {
  return `${name}, ${codes.length} codes`;
}

function compareSet(before: ValueSet, after: ValueSet, differences: Differences): void {
  const { id } = before;
  for (const fact of ['name', 'oid', 'version', 'stability', 'extensibility', 'contentDefinition'] as const) {
    differences.add(id, fact, before[fact], after[fact], id);
  }
  const [old, young] = [byCode(before), byCode(after)];
  const gone = [...old.keys()].filter((code) => !young.has(code));
  const come = [...young.keys()].filter((code) => !old.has(code));
  if (gone.length + come.length > 0) differences.add(id, 'codes', shown(gone), shown(come), id);
  for (const [code, text] of old) {
    const other = young.get(code);
    if (other !== undefined) differences.add(id, `code ${code}`, text, other, id);
  }
}

/** Code and system together are the code. */
function byCode({ codes }: ValueSet): ReadonlyMap<string, string> {
  return new Map(
    codes.map((code) => [code.system === '' ? code.value : `${code.value} (${code.system})`, about(code)]),
  );
}

function about({ text, usage, pattern }: Code): string {
  return [text, usage === 'R' ? '' : `usage ${usage ?? 'none'}`, pattern ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

function shown(codes: readonly string[]): string | undefined {
  if (codes.length === 0) return undefined;
  const left = codes.length - SHOWN;
  return `${codes.slice(0, SHOWN).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
