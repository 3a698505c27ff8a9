import type { Code } from '../../model/value-set.js';
import { type FhirCodes, fhirCode, withoutRepeats } from './fhir-compose.js';
import type { FhirContains, FhirValueSet } from './fhir-schema.js';

/** The codes of the expansion, nested ones too; abstract entries only group others and are none. */
export function expandedCodes({ expansion }: FhirValueSet): FhirCodes {
  const codes: Code[] = [];
  let entries = 0;
  const walk = (contains: readonly FhirContains[]) => {
    for (const entry of contains) {
      entries++;
      if (entry.code !== undefined && entry.abstract !== true)
        codes.push(fhirCode(entry.system, entry.code, entry.display));
      walk(entry.contains ?? []);
    }
  };
  walk(expansion?.contains ?? []);
  const total = expansion?.total ?? 0;
  const gaps = total > entries ? [`its expansion holds ${entries} of ${total} entries`] : [];
  return { codes: withoutRepeats(codes), gaps };
}
