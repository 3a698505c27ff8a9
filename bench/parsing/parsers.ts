import type { Parser } from './parser.js';

/** By the name of the package; loaded only in the process that measures it. */
const PARSERS: Readonly<Record<string, () => Promise<Parser>>> = {
  pipehat: async () => (await import('./pipehat.js')).pipehat,
  '@medplum/core': async () => (await import('./medplum.js')).medplum,
  'node-hl7-client': async () => (await import('./node-hl7-client.js')).nodeHl7Client,
  'simple-hl7': async () => (await import('./simple-hl7.js')).simpleHl7,
};

export const PARSER_NAMES: readonly string[] = Object.keys(PARSERS);

export function loadParser(name: string): Promise<Parser> {
  const load = PARSERS[name];
  if (load === undefined) throw new Error(`the bench knows no parser ${name}`);
  return load();
}
