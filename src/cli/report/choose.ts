import { closest } from '../../base/closest.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { ReportOptions } from './options.js';

/** The formats that the options name; all of them where they name none. Throws OperatorError for one that there is not. */
export function chosenFormats<Format extends { readonly name: string }>(
  { format, out }: ReportOptions,
  formats: readonly Format[],
): readonly Format[] {
  const names = formats.map(({ name }) => name);
  for (const name of format ?? []) {
    if (names.includes(name)) continue;
    const meant = closest(name, names);
    const hint = meant === undefined ? '' : `did you mean ${meant}? `;
    throw new OperatorError(
      EXIT.usage,
      `--format: there is no format "${name}"`,
      `${hint}formats: ${names.join(', ')}`,
    );
  }
  const chosen = formats.filter(({ name }) => format?.includes(name) ?? true);
  if (out === '-' && chosen.length !== 1) {
    throw new OperatorError(EXIT.usage, '--out - prints one format', `add --format with one of: ${names.join(', ')}`);
  }
  return chosen;
}
