import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { HandTimer } from '../mllp/testdata/hand-timer.js';
import { callMadly } from './testdata/fuzz-caller.js';
import { FuzzSut } from './testdata/fuzz-sut.js';
import { played } from './testdata/played.js';

/** More of them: FUZZ_SEEDS=5000 npx vitest run src/endpoint/fuzz.test.ts */
const SEEDS = Number(process.env['FUZZ_SEEDS'] ?? 200);
const MESSAGES = 6;
const CALLS = 4;
const HOUR_MS = 3_600_000;
/** Of the heap, from the first tenth of the seeds to the last: what stays behind with each seed would be more. */
const MOST_GROWTH_BYTES = 8_388_608;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** One endpoint against one mad system, on both links; gives what was said of each message. */
async function endure(seed: string): Promise<void> {
  const hand = new HandTimer();
  const sut = await FuzzSut.open(seed);
  const connection = seed.endsWith('0') ? 'per-message' : 'kept-open';
  const lis = await played({ to: sut.port, timer: hand, link: { connection }, isLeftToTheTest: true });
  for (let n = 0; n < MESSAGES; n++) {
    const id = `s1-${seed}-${n}`;
    const [exchange] = await Promise.all(lis.endpoint.command({ send: [id] }, lis.scenes.scene('s1')));
    if (exchange === undefined) throw new Error('nothing was sent');
    await Promise.race([exchange.settled, sut.reacted(id)]);
    // A stall of an hour, unless an answer or the end of the connection is on its way.
    if (sut.truth(id).includes('timed-out')) hand.pass(HOUR_MS);
    const { outcome, reply } = await exchange.settled;
    const truth = `${id}: ${sut.reactions.get(id)}`;
    expect(sut.truth(id), truth).toContain(outcome);
    if (outcome === 'acknowledged') expect(reply?.controlId, truth).toBe(id);
  }
  await Promise.all(Array.from({ length: CALLS }, (_, n) => callMadly(lis.port, seed, n)));
  await callMadly(lis.port, seed, CALLS);
  expect(lis.findings().filter((finding) => finding.includes('simulator-failed'))).toEqual([]);
  const closing = lis.endpoint.close();
  hand.pass(HOUR_MS);
  await closing;
  await sut.close();
  expect(hand.pending, `${seed}: timers that nobody waits for`).toBe(0);
}

const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => /^TCP/.test(kind)).length;

describe('an endpoint against systems that do anything', () => {
  it(`says the truth of every message, and leaves nothing behind, with ${SEEDS} seeds`, {
    timeout: 600_000,
  }, async () => {
    const before = sockets();
    let settled = 0;
    for (let n = 0; n < SEEDS; n++) {
      await endure(`fuzz${n}`);
      if (n === Math.floor(SEEDS / 10)) settled = heap();
    }
    const grown = heap() - settled;
    process.stdout.write(
      `fuzz: ${SEEDS} seeds, ${SEEDS * MESSAGES} messages out, ${SEEDS * (CALLS + 1)} calls in, heap ${grown} bytes\n`,
    );
    expect(await leftOver(before)).toBe(0);
    expect(grown).toBeLessThan(MOST_GROWTH_BYTES);
  });
});

/** Sockets that are still there when those that were closed had every chance to go. */
async function leftOver(before: number): Promise<number> {
  for (let turn = 0; turn < TURNS && sockets() > before; turn++) await new Promise((resolve) => setImmediate(resolve));
  return sockets() - before;
}

const TURNS = 10_000;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
