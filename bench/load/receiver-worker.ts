import { realTimer } from '../../src/base/timer.js';
import { Receiver } from '../../src/load/receiver/receiver.js';
import { parseServiceTime } from '../../src/load/receiver/service-time.js';
import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';

/** `serve` comes first. */
export type ReceiverQuestion = { readonly kind: 'serve'; readonly serviceTime: string } | { readonly kind: 'state' };

export interface ReceiverState {
  readonly port: number;
  /** So far. */
  readonly cpuMicros: number;
  readonly messages: number;
  readonly connections: number;
  /** Resident, after a collection. */
  readonly rss: number;
}

const MOST_CONNECTIONS = 5_000;
const timer = realTimer();
let receiver: Receiver | undefined;

/** The system under test of the load bench: the fast receiver in a process of its own. */
answerQuestions<ReceiverQuestion, ReceiverState>(async (question) => {
  if (question.kind === 'serve') receiver = await serving(question.serviceTime);
  if (receiver === undefined) throw new Error('asked before it serves');
  globalThis.gc?.();
  return {
    port: receiver.port,
    cpuMicros: cpuMicros(),
    messages: receiver.count,
    connections: receiver.connections,
    rss: process.memoryUsage.rss(),
  };
});

async function serving(text: string): Promise<Receiver> {
  const parsed = parseServiceTime(text);
  if (parsed.kind === 'mistake') throw new Error(parsed.what);
  await receiver?.close();
  const made = new Receiver({
    listen: { port: 0, timer, maxConnections: MOST_CONNECTIONS },
    timer,
    serviceTime: parsed.make(),
    seed: 'bench',
  });
  const failure = await made.open();
  if (failure !== undefined) throw new Error(failure);
  return made;
}
