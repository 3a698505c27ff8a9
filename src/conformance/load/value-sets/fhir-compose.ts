import type { Code } from '../../model/value-set.js';
import { codeSystemName } from '../../value-sets/code-systems.js';
import type { FhirInclude, FhirValueSet } from './fhir-schema.js';

/** Codes of a value set, and what of it could not be listed, in words. */
export interface FhirCodes {
  readonly codes: readonly Code[];
  readonly gaps: readonly string[];
}

/** The codes that `compose` lists: those of all `include`, less those of `exclude`. */
export function composedCodes({ compose }: FhirValueSet): FhirCodes {
  const includes = compose?.include ?? [];
  const excludes = compose?.exclude ?? [];
  const excluded = new Set(excludes.flatMap((part) => listed(part).map(keyOf)));
  const codes = includes.flatMap(listed).filter((code) => !excluded.has(keyOf(code)));
  const gaps = [
    ...includes.flatMap((part, index) => gapsOf(part, `include[${index}]`)),
    ...excludes.flatMap((part, index) => gapsOf(part, `exclude[${index}]`)),
  ];
  return { codes: withoutRepeats(codes), gaps };
}

function listed({ system, concept }: FhirInclude): readonly Code[] {
  return (concept ?? []).map(({ code, display }) => fhirCode(system, code, display));
}

/** A code as v2 messages state it. */
export function fhirCode(system: string | undefined, code: string, display: string | undefined): Code {
  const name = system === undefined ? '' : (codeSystemName(system) ?? system);
  return { value: code, text: display ?? '', system: name, usage: 'R' };
}

/** The same code may be included twice: the first stands. */
export function withoutRepeats(codes: readonly Code[]): readonly Code[] {
  const known = new Set<string>();
  return codes.filter((code) => {
    const key = keyOf(code);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function gapsOf(part: FhirInclude, where: string): readonly string[] {
  const gaps: string[] = [];
  const system = part.system ?? 'a code system';
  if (part.filter !== undefined && part.filter.length > 0) gaps.push(`${where} filters ${system}`);
  if (part.valueSet !== undefined && part.valueSet.length > 0)
    gaps.push(`${where} refers to ${part.valueSet.join(', ')}`);
  if (gaps.length === 0 && part.concept === undefined) gaps.push(`${where} means all of ${system}`);
  return gaps;
}

function keyOf({ value, system }: Code): string {
  return `${system}\n${value}`;
}
