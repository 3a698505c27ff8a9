import type { Stack } from './stack.js';

/** By the name in the tables; loaded only in the process that measures it. */
const STACKS: Readonly<Record<string, () => Promise<Stack>>> = {
  'net ping-pong': async () => (await import('./net.js')).net,
  'pipehat transport': async () => (await import('./pipehat.js')).pipehatTransport,
  pipehat: async () => (await import('./pipehat.js')).pipehat,
  '@medplum/hl7': async () => (await import('./medplum.js')).medplum,
  'simple-hl7': async () => (await import('./simple-hl7.js')).simpleHl7,
  'pipehat client': async () => (await import('./pipehat.js')).pipehatClient,
  'node-hl7-client': async () => (await import('./node-hl7-client.js')).nodeHl7Client,
};

export const STACK_NAMES: readonly string[] = Object.keys(STACKS);

export function loadStack(name: string): Promise<Stack> {
  const load = STACKS[name];
  if (load === undefined) throw new Error(`the bench knows no stack ${name}`);
  return load();
}

/** Those that keep one message under way on a connection and no more, and what they do with a second. */
export const NO_PIPELINE: Readonly<Record<string, string>> = {
  'simple-hl7': 'refuses a second message while it waits for an answer',
  'node-hl7-client': 'holds a second message back until it connects anew',
};
