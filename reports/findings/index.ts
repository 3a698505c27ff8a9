import type { FindingsFormat } from './findings-format.js';
import { HTML } from './html.js';
import { JSON_FORMAT } from './json.js';
import { JUNIT } from './junit.js';
import { SARIF } from './sarif.js';
import { TEXT } from './text.js';

/** Every format in which `pipehat validate` prints. */
export const FINDINGS_FORMATS: readonly FindingsFormat[] = [TEXT, JSON_FORMAT, JUNIT, SARIF, HTML];

/** Throws where there is none of that name. */
export function findingsFormat(name: string): FindingsFormat {
  const found = FINDINGS_FORMATS.find((format) => format.name === name);
  if (found === undefined) throw new RangeError(`there is no format ${name}`);
  return found;
}
