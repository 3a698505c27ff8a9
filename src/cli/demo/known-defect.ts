import { closest } from '../../base/closest.js';
import { DEFECTS, type DefectName, isDefectName } from '../../demo/defects.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** A defect of the demo engine by its name. Throws OperatorError with the nearest one where there is none. */
export function knownDefect(name: string): DefectName {
  if (isDefectName(name)) return name;
  const names = DEFECTS.map((defect) => defect.name);
  const meant = closest(name, names);
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  throw new OperatorError(EXIT.usage, `--defect: there is no defect "${name}"`, `${hint}defects: ${names.join(', ')}`);
}
