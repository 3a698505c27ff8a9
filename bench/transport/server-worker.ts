import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';
import { loadStack } from './stacks.js';

export type ServerQuestion = { readonly kind: 'serve' | 'cpu' };

const stack = loadStack(process.argv[2] ?? '');

/** `serve` gives the port, `cpu` the microseconds used so far. */
answerQuestions<ServerQuestion, number>(async ({ kind }) => {
  if (kind === 'serve') return (await stack).serve();
  return cpuMicros();
});
