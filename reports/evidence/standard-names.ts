import { standard } from '../../src/standard/load.js';
import type { Standard } from '../../src/standard/standard.js';
import { nearestVersion } from '../../src/standard/versions.js';
import type { FieldName } from './field-names.js';

/** Field names from the base standard, by what MSH-12 says; a version that we do not hold takes the nearest. */
export function standardFieldNames(): FieldName {
  const known = new Map<string, Standard | undefined>();
  return (version, segment, position) => {
    if (!known.has(version)) known.set(version, load(version));
    return known.get(version)?.fieldInfo(segment, position)?.name;
  };
}

/** Undefined where the data were not built: a page without names is worth more than no page. */
function load(version: string): Standard | undefined {
  try {
    return standard(nearestVersion(version));
  } catch {
    return undefined;
  }
}
