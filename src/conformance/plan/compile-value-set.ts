import type { ProfileDefect } from '../model/defect.js';
import type { SourcePlace } from '../model/source-place.js';
import type { Code, ValueSet, ValueSetLibrary } from '../model/value-set.js';
import { compileRegularExpression } from './regular-expression.js';
import type { CodePattern, CompiledValueSet, ValueSetState } from './value-set.js';

/** A set is compiled once, whichever bindings and messages ask for it; its defects are told to each compilation. */
const compiled = new WeakMap<
  ValueSet,
  { readonly set: CompiledValueSet; readonly defects: readonly ProfileDefect[] }
>();

/**
 * A set of the library, made for looking up codes. That a set is bound and not there, or empty, is for the loader to tell:
 * here it is only known.
 */
export function compileValueSet(
  library: ValueSetLibrary,
  id: string,
  defects: ProfileDefect[],
  place: SourcePlace,
): CompiledValueSet {
  if (library.excluded.has(id)) return unlisted(id, 'excluded');
  const set = library.sets.get(id);
  if (set === undefined) return unlisted(id, 'missing');
  const known = compiled.get(set) ?? compile(set, place);
  compiled.set(set, known);
  for (const defect of known.defects) {
    if (!defects.includes(defect)) defects.push(defect);
  }
  return known.set;
}

function unlisted(id: string, state: ValueSetState): CompiledValueSet {
  return { id, label: id, state, incomplete: false, codes: new Map(), patterns: [], pseudo: [] };
}

function compile(set: ValueSet, boundAt: SourcePlace) {
  const defects: ProfileDefect[] = [];
  const place = set.place ?? boundAt;
  const codes = new Map<string, Code[]>();
  const patterns: CodePattern[] = [];
  const repeated = new Set<string>();
  for (const code of set.codes) {
    if (code.pattern !== undefined) addPattern(patterns, code, code.pattern, set.id, place, defects);
    else addCode(codes, code, repeated);
  }
  if (repeated.size > 0) defects.push(listedTwice(set.id, [...repeated], place));
  const isListed = set.codes.length > 0 || set.incomplete === true;
  const { stability, extensibility } = set;
  const made: CompiledValueSet = {
    id: set.id,
    label: set.name === '' || set.name === set.id ? set.id : `${set.id} (${set.name})`,
    state: isListed ? 'listed' : 'empty',
    incomplete: set.incomplete === true,
    ...(stability === undefined || stability === 'Undefined' ? {} : { stability }),
    ...(extensibility === undefined || extensibility === 'Undefined' ? {} : { extensibility }),
    codes,
    patterns,
    pseudo: pseudoCodes(set, codes),
  };
  return { set: made, defects };
}

function addCode(codes: Map<string, Code[]>, code: Code, repeated: Set<string>): void {
  const known = codes.get(code.value);
  if (known === undefined) {
    codes.set(code.value, [code]);
    return;
  }
  if (known.some(({ system }) => system === code.system)) repeated.add(code.value);
  known.push(code);
}

function listedTwice(set: string, codes: readonly string[], place: SourcePlace): ProfileDefect {
  const more = codes.length > 5 ? ` and ${codes.length - 5} others` : '';
  return {
    severity: 'warning',
    code: 'code-listed-twice',
    place,
    message: `the value set ${set} lists more than once, of the same code system: ${codes.slice(0, 5).join(', ')}${more}`,
    remedy: 'leave one of each',
  };
}

function addPattern(
  patterns: CodePattern[],
  code: Code,
  pattern: string,
  set: string,
  place: SourcePlace,
  defects: ProfileDefect[],
): void {
  const result = compileRegularExpression(pattern);
  if (result.kind === 'compiled') patterns.push({ code, expression: result.expression });
  else
    defects.push({
      severity: 'error',
      code: 'code-pattern',
      place,
      message: `the pattern ${pattern} of the code ${code.value} in the value set ${set} cannot be used: ${result.reason}`,
      remedy: 'write it as a regular expression of the kind that the documentation of profiles describes',
    });
}

const PSEUDO_CODES: Readonly<Record<string, string>> = { HL7nnnn: 'HL7[0-9]{4}', '99zzz': '99[a-zA-Z0-9]{3}' };

/** Table 0396 prints `HL7nnnn` and `99zzz` for names that others fill in; many profiles list them as if they were codes. */
function pseudoCodes(set: ValueSet, codes: ReadonlyMap<string, readonly Code[]>): readonly CodePattern[] {
  if (!set.id.includes('0396')) return [];
  return Object.entries(PSEUDO_CODES).flatMap(([value, pattern]) => {
    const result = compileRegularExpression(pattern);
    if (result.kind !== 'compiled') return [];
    return (codes.get(value) ?? []).map((code) => ({ code, expression: result.expression }));
  });
}
