import { Histogram } from '../../src/load/measure/histogram.js';
import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';
import { admission, withControlId } from '../samples.js';
import { ClosedLoop } from '../transport/closed-loop.js';
import type { Line } from '../transport/stack.js';
import { loadStack } from '../transport/stacks.js';
import type { Drive, DriveResult } from './drive.js';

const STALL_MS = 5_000;
const stack = loadStack(process.argv[2] ?? '');

/** A client library as people make a load with it: in a closed loop, timed from the write. */
answerQuestions<Drive, DriveResult>(async ({ port, connections, ms, warmUpMs }) => {
  const latency = new Histogram();
  const payloads = [0, 1].map((n) => withControlId(admission(), `M${n}`));
  const loop = new ClosedLoop(payloads.length, 1, STALL_MS);
  const dial = (await stack).prepare(payloads);
  for (let left = connections; left > 0; left--) {
    loop.add(timed(await dial(port, (reason) => loop.fail(reason)), latency));
  }
  if (warmUpMs > 0) await loop.run(warmUpMs);
  latency.reset();
  globalThis.gc?.();
  const before = cpuMicros();
  const from = performance.now();
  const messages = await loop.run(ms);
  const result = {
    messages,
    ms: performance.now() - from,
    cpuMicros: cpuMicros() - before,
    figures: { 'reported p99 ms': latency.at(99) },
  };
  loop.close();
  return result;
});

function timed(line: Line, latency: Histogram): Line {
  return {
    send(payload, answered) {
      const at = performance.now();
      line.send(payload, () => {
        latency.record(performance.now() - at);
        answered();
      });
    },
    close: () => line.close(),
  };
}
