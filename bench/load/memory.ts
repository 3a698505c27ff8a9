import { pause, realTimer } from '../../src/base/timer.js';
import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { notAvailable, type Outcome } from '../outcome.js';
import { Worker } from '../process/worker.js';
import type { Drive, DriveResult } from './drive.js';
import { ReceiverProcess } from './receiver-process.js';
import { OURS } from './tools.js';

const FEW = 20;
const RATE = 5_000;
const LOOK_MS = 100;
const timer = realTimer();

/** What thousands of connections cost, all of which carry messages in turn. */
export function memoryGroup(effort: Effort): Group {
  const title = `${effort.idleConnections} more connections, each of which carries messages in its turn`;
  return {
    title: 'Load, memory',
    note: 'resident bytes after a collection, against the same processes with 20 connections; for 1,000 connections',
    cases: [{ id: 'load-memory', title }],
    subjects: [OURS],
    rivals: {},
    repetitions: 1,
    makeCrew: () => {
      const receiver = new ReceiverProcess(effort.deadlineMs);
      const generator = new Worker<Drive, DriveResult>(new URL('./generator-worker.js', import.meta.url), OURS);
      return {
        measure: () => measured(receiver, generator, effort),
        stop: () => {
          generator.stop();
          receiver.stop();
        },
      };
    },
  };
}

async function measured(
  receiver: ReceiverProcess,
  generator: Worker<Drive, DriveResult>,
  { idleConnections, fastMs, deadlineMs }: Effort,
): Promise<Outcome> {
  const { port } = await receiver.serve('constant:0ms');
  const drive = { port, depth: 1, rate: RATE, warmUpMs: 0, watchesMemory: true };
  const sides: (readonly [number, number])[] = [];
  // The first two are warm-up for both processes: their heaps grow to their size.
  for (const connections of [FEW, FEW, FEW, FEW + idleConnections]) {
    // To make a connection takes a part of a millisecond, on a busy machine a whole one.
    const running = generator.ask({ ...drive, connections, ms: fastMs + 1_500 + connections }, deadlineMs);
    const receiverBytes = await largestWith(receiver, connections, running);
    const answered = await running;
    if (answered.kind === 'lost') return notAvailable(answered.why);
    if (receiverBytes === 0) return notAvailable('the connections were not seen all at once');
    sides.push([answered.answer.figures['MB at the end'] ?? 0, receiverBytes / 1_000_000]);
  }
  const [few = [0, 0], many = [0, 0]] = sides.slice(-2);
  const perThousand = (side: 0 | 1): number => ((many[side] - few[side]) * 1_000) / idleConnections;
  const figures = { 'generator MB': perThousand(0), 'receiver MB': perThousand(1) };
  return { kind: 'measured', sample: { cpuMicros: 0, perSecond: 0, figures } };
}

/** The receiver's bytes when it was last seen with all connections. */
async function largestWith(receiver: ReceiverProcess, connections: number, running: Promise<unknown>): Promise<number> {
  let isOver = false;
  let bytes = 0;
  void running.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const state = await receiver.state();
    if (state.connections >= connections) bytes = state.rss;
    await pause(timer, LOOK_MS);
  }
  return bytes;
}
