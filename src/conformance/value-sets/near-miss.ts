import type { Code } from '../model/value-set.js';
import type { CompiledValueSet } from '../plan/value-set.js';

/** In what a value differs from the code that was probably meant. */
export type Difference = 'blanks' | 'case' | 'leading-zeros' | 'punctuation' | 'display-text';

export interface NearMiss {
  readonly difference: Difference;
  readonly code: Code;
}

/** Of a set, made when its first code is missed: codes and display texts without what people write differently. */
interface Folds {
  readonly codes: ReadonlyMap<string, Code>;
  readonly texts: ReadonlyMap<string, Code>;
}

const foldsOfSets = new WeakMap<CompiledValueSet, Folds>();

/** What was probably meant by a value that none of the sets holds. */
export function nearMiss(sets: readonly CompiledValueSet[], value: string): NearMiss | undefined {
  const code = first(sets, (set) => foldsOf(set).codes.get(foldedCode(value)));
  if (code !== undefined) return { difference: differenceBetween(value, code.value), code };
  const named = first(sets, (set) => foldsOf(set).texts.get(foldedText(value)));
  return named === undefined ? undefined : { difference: 'display-text', code: named };
}

function first(sets: readonly CompiledValueSet[], find: (set: CompiledValueSet) => Code | undefined): Code | undefined {
  for (const set of sets) {
    const code = find(set);
    if (code !== undefined) return code;
  }
  return undefined;
}

function foldsOf(set: CompiledValueSet): Folds {
  const known = foldsOfSets.get(set);
  if (known !== undefined) return known;
  const codes = new Map<string, Code>();
  const texts = new Map<string, Code>();
  for (const [code] of set.codes.values()) {
    // Excluded codes are no advice; where two codes fold alike, the first stands.
    if (code === undefined || code.usage === 'E') continue;
    const fold = foldedCode(code.value);
    const text = foldedText(code.text);
    if (fold !== '' && !codes.has(fold)) codes.set(fold, code);
    if (text !== '' && !texts.has(text)) texts.set(text, code);
  }
  const folds = { codes, texts };
  foldsOfSets.set(set, folds);
  return folds;
}

function differenceBetween(sent: string, meant: string): Difference {
  const trimmed = sent.trim();
  if (trimmed === meant) return 'blanks';
  if (trimmed.toLowerCase() === meant.toLowerCase()) return 'case';
  return withoutZeros(trimmed) === withoutZeros(meant) ? 'leading-zeros' : 'punctuation';
}

/** Letters, digits and the signs that mean something in a code (`+`, `%`, `<`, `>`, `=`), in lower case, no leading zeros. */
function foldedCode(value: string): string {
  return withoutZeros(value.toLowerCase().replace(/[\s.,;:_/\\()[\]{}'"*-]+/g, ''));
}

function withoutZeros(value: string): string {
  return value.replace(/^0+(?=.)/, '');
}

function foldedText(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
