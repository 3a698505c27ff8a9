// What every sender here prints: a line of JSON with the codes and ids that the package itself read in the acknowledgments.
import { readFileSync } from 'node:fs';

const value = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];

export const port = Number(value('port'));

/** The texts of the files that the command line names after `--files`. */
export const texts = process.argv
  .slice(process.argv.indexOf('--files') + 1)
  .map((file) => readFileSync(file, 'latin1'));

/** `acknowledged`: one `{ code, controlId }` for each message, in order. */
export function tell(acknowledged) {
  process.stdout.write(`${JSON.stringify(acknowledged)}\n`, () => process.exit(0));
}
