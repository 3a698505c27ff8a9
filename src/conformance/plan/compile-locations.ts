import type { ProfileDefect } from '../model/defect.js';
import { type ProfilePath, readProfilePath } from '../model/profile-path.js';
import type { SourcePlace } from '../model/source-place.js';
import type { CodeLocation } from '../model/value-set.js';
import type { CompiledLocation } from './binding.js';

/** What is compiled, for the sentences of its defects; place of the rule in the profile. */
export interface Compilation {
  readonly defects: ProfileDefect[];
  readonly place: SourcePlace;
  /** `the binding of HL70001 in PID`. */
  readonly subject: string;
}

/** The path that a rule states; the element itself where the text is none, and a defect told. */
export function compilePath(text: string, { defects, place, subject }: Compilation): ProfilePath {
  const path = readProfilePath(text);
  if (path !== undefined) return path;
  defects.push({
    severity: 'error',
    code: 'path',
    place,
    message: `${subject} has the path '${text}', which is none`,
    remedy: "write position[occurrence] step by step, as in 5[*].1[1], or '.' for the element itself",
  });
  return [];
}

export function compileLocations(
  locations: readonly CodeLocation[],
  compilation: Compilation,
): readonly CompiledLocation[] {
  return locations.map(({ code, system, systemOid }) => ({
    code: compilePath(code, compilation),
    ...(system === undefined ? {} : { system: compilePath(system, compilation) }),
    ...(systemOid === undefined ? {} : { systemOid: compilePath(systemOid, compilation) }),
  }));
}
