import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { ValueSet } from '../../model/value-set.js';
import { readCsvValueSets } from './csv.js';
import { readFhirValueSets } from './fhir.js';
import type { Defects } from './value-set-text.js';

/** In bytes. The largest real sets (all of LOINC as codes and names) have about a tenth of it. */
const LARGEST = 128 * 1024 * 1024;

/** Reads the value sets of a file: `.csv` (or `.tsv`, `.txt`), or FHIR `.json`. What is wrong is told, never thrown. */
export function loadValueSets(
  file: string,
  defects: Defects,
  named: { readonly id?: string; readonly name?: string } = {},
): readonly ValueSet[] {
  const text = readText(file, defects);
  if (text === undefined) return [];
  const source = { text, file, ...named };
  return extname(file).toLowerCase() === '.json'
    ? readFhirValueSets(source, defects)
    : readCsvValueSets(source, defects);
}

function readText(file: string, defects: Defects): string | undefined {
  const place = { file };
  try {
    if (statSync(file).size > LARGEST) {
      defects.error(
        'value-set-file',
        place,
        'the file is larger than 128 MB',
        'split it, or leave out what is not bound',
      );
      return undefined;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) {
      defects.error('value-set-file', place, 'the file is not UTF-8', 'save it as "CSV UTF-8"');
    } else {
      const reason = error instanceof Error ? error.message : String(error);
      defects.error('value-set-file', place, `the file cannot be read: ${reason}`, 'check its name');
    }
    return undefined;
  }
}
