import { readDataFile } from './load-data-file.js';
import { Standard } from './standard.js';
import type { StandardData, TableData } from './standard-data.js';
import { isStandardVersion, STANDARD_VERSIONS, type StandardVersion } from './versions.js';

const DATA = new URL('./data/', import.meta.url);
const loaded = new Map<StandardVersion, Standard>();
let tables: TableData | undefined;

/**
 * The base standard of one version, read on first use: about 3 ms for 140 KB, as much again for the tables. Throws where we do
 * not hold that version, or where the data were not built.
 */
export function standard(version: string): Standard {
  if (!isStandardVersion(version)) {
    throw new Error(`there is no data for HL7 v${version}; we hold ${STANDARD_VERSIONS.join(', ')}`);
  }
  let known = loaded.get(version);
  if (known === undefined) {
    // The file is written by our own build step, together with this code.
    known = new Standard(version, readDataFile(DATA, version) as StandardData, loadTables);
    loaded.set(version, known);
  }
  return known;
}

function loadTables(): TableData {
  tables ??= readDataFile(DATA, 'tables') as TableData;
  return tables;
}
