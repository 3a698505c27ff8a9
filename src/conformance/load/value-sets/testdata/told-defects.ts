import type { ProfileDefect } from '../../../model/defect.js';
import type { Defects } from '../value-set-text.js';

/** Runs a reader and gives what it returns, with all that it tells. */
export function told<Result>(read: (defects: Defects) => Result): {
  readonly result: Result;
  readonly defects: readonly ProfileDefect[];
} {
  const defects: ProfileDefect[] = [];
  const teller =
    (severity: 'error' | 'warning'): Defects['error'] =>
    (code, place, message, remedy) => {
      defects.push({ severity, code, place, message, remedy });
    };
  return { result: read({ error: teller('error'), warning: teller('warning') }), defects };
}
