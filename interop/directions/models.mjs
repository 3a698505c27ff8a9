// The data types that another parser has, field by field: what it makes of a text depends on them.
import { execFileSync } from 'node:child_process';
import { interop, java, python } from '../systems.mjs';

/** The versions whose structures and types are compared; the builders write these. */
export const VERSIONS = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7'];

const COMMANDS = {
  HAPI: () => java('Types', ...VERSIONS),
  hl7apy: () => [python, 'python/datatypes.py', ...VERSIONS],
};

/** Version to `segments` and `types`, as the parser's own program prints them. */
export function modelOf(parser) {
  return printedBy(COMMANDS[parser]());
}

/** The JSON that a program of `jvm/` or `python/` prints. */
export function printedBy([program, ...args]) {
  const options = { cwd: interop, maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync(program, args, options));
}
