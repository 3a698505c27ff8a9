import type { ProfileDefect } from '../../conformance/model/defect.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Everything that is wrong with profiles, overlays or a baseline, as one mistake of the operator. */
export function defective(what: string, defects: readonly ProfileDefect[], remedy: string): OperatorError {
  const errors = defects.filter(({ severity }) => severity === 'error');
  const lines = [...new Set(errors.map(formatDefect))];
  const count = lines.length === 1 ? '1 defect' : `${lines.length} defects`;
  return new OperatorError(EXIT.usage, `${what} has ${count}\n${lines.join('\n')}`, remedy);
}

/** `constraints.xml:12:5  what is wrong [code]`, and below it what to do. */
function formatDefect({ place, code, message, remedy }: ProfileDefect): string {
  const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return `  ${at}  ${message} [${code}]\n      ${remedy}`;
}
