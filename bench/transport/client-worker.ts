import type { Effort } from '../effort.js';
import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';
import { payloadsOf, type TransportCase } from './case.js';
import { ClosedLoop } from './closed-loop.js';
import { loadStack } from './stacks.js';

export type ClientQuestion =
  | { readonly kind: 'open'; readonly port: number; readonly transportCase: TransportCase; readonly effort: Effort }
  | { readonly kind: 'measure' };

/** What one run of the loop came to. */
export interface LoopResult {
  readonly messages: number;
  readonly cpuMicros: number;
  readonly ms: number;
}

const stack = loadStack(process.argv[2] ?? '');
let measure: (() => Promise<LoopResult>) | undefined;

/** `open` connects and warms up, `measure` runs the loop once more and closes. */
answerQuestions<ClientQuestion, LoopResult>(async (question) => {
  if (question.kind === 'open') return open(question);
  if (measure === undefined) throw new Error('asked to measure before open');
  return measure();
});

async function open({ port, transportCase, effort }: ClientQuestion & { readonly kind: 'open' }): Promise<LoopResult> {
  const payloads = payloadsOf(transportCase);
  const stallMs = transportCase.bytes === undefined ? effort.stallMs : effort.largeStallMs;
  const loop = new ClosedLoop(payloads.length, transportCase.depth, stallMs);
  const dial = (await stack).prepare(payloads);
  for (let left = transportCase.connections; left > 0; left--)
    loop.add(await dial(port, (reason) => loop.fail(reason)));
  measure = async () => {
    const result = await timed(loop, effort.measureMs);
    loop.close();
    return result;
  };
  const warm = await timed(loop, effort.warmUpMs);
  globalThis.gc?.();
  return warm;
}

async function timed(loop: ClosedLoop, forMs: number): Promise<LoopResult> {
  const from = performance.now();
  const before = cpuMicros();
  const messages = await loop.run(forMs);
  return { messages, cpuMicros: cpuMicros() - before, ms: performance.now() - from };
}
