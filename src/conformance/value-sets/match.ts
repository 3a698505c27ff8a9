import type { Code } from '../model/value-set.js';
import { matchesWhole } from '../plan/regular-expression.js';
import type { CodePattern, CompiledValueSet } from '../plan/value-set.js';

const NO_CODES: readonly Code[] = [];

/**
 * The codes of the set for which a value stands: listed ones by equality of every character, patterns by matching the whole
 * value. `readsPseudo`: a listed `HL7nnnn` or `99zzz` of table 0396 is such a pattern, and no code.
 */
export function codesFor(set: CompiledValueSet, value: string, readsPseudo: boolean): readonly Code[] {
  const listed = set.codes.get(value) ?? NO_CODES;
  const hasPseudo = readsPseudo && set.pseudo.length > 0;
  if (set.patterns.length === 0 && !hasPseudo) return listed;
  const literal = hasPseudo ? listed.filter((code) => !set.pseudo.some((pseudo) => pseudo.code === code)) : listed;
  const matched = matching(set.patterns, value);
  const pseudo = hasPseudo ? matching(set.pseudo, value) : NO_CODES;
  if (matched.length === 0 && pseudo.length === 0) return literal;
  return [...literal, ...matched, ...pseudo];
}

function matching(patterns: readonly CodePattern[], value: string): readonly Code[] {
  let codes: Code[] | undefined;
  for (const { code, expression } of patterns) {
    if (matchesWhole(expression, value) !== true) continue;
    codes ??= [];
    codes.push(code);
  }
  return codes ?? NO_CODES;
}

/** What a code and its system are in one set. */
export type Match =
  | { readonly kind: 'found'; readonly code: Code }
  /** Several entries of the set are meant; `bySystem`: of one code system. */
  | { readonly kind: 'several'; readonly codes: readonly Code[]; readonly bySystem: boolean }
  | { readonly kind: 'wrong-system'; readonly code: Code }
  /** The code is there, and the message does not say of which system it is, although it could. */
  | { readonly kind: 'no-system'; readonly code: Code }
  | { readonly kind: 'none' };

const NONE_FOUND: Match = { kind: 'none' };

/** How the message states the system: undefined where it does not; `isExpected`: the binding says where it would stand. */
export interface SentSystem {
  readonly text: string | undefined;
  readonly isExpected: boolean;
}

/** Looks a code up; `codes` are those for its value. */
export function match(codes: readonly Code[], system: SentSystem): Match {
  const [first] = codes;
  if (first === undefined) return NONE_FOUND;
  if (system.text !== undefined) return matchWithSystem(codes, first, system.text);
  if (codes.length > 1) return { kind: 'several', codes, bySystem: false };
  return { kind: system.isExpected ? 'no-system' : 'found', code: first };
}

function matchWithSystem(codes: readonly Code[], first: Code, system: string): Match {
  if (codes.length === 1) return { kind: first.system === system ? 'found' : 'wrong-system', code: first };
  const ofSystem = codes.filter((code) => code.system === system);
  const [only] = ofSystem;
  if (only === undefined) return NONE_FOUND;
  if (ofSystem.length > 1) return { kind: 'several', codes: ofSystem, bySystem: true };
  return { kind: 'found', code: only };
}
