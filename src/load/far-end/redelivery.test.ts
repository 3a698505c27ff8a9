import { expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { dial } from '../../mllp/dial.js';
import { completePlan } from '../plan/defaults.js';
import { localFarEnd } from '../run/local-far-end.js';
import { LoadMix } from '../template/load-unit.js';
import { makeMix } from '../template/make-mix.js';
import { stamp } from '../template/message-template.js';

const timer = realTimer();
const PREFIX = 'Ltest-';
const TIME = Buffer.from('20260302080000');

/** A far end with these faults, and a system that delivers messages to it one by one. */
async function farEnd(faults: readonly string[], identity?: string) {
  const plan = completePlan({
    arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 10, durationMs: 1_000 }] },
    targets: [{ host: '127.0.0.1', port: 1 }],
    patients: 1,
    farEndFaults: faults,
    ...(identity && { identity }),
  });
  const data = makeMix(plan).data;
  const listening = { name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' };
  const opening = await localFarEnd({ farEnd: listening, plan, mix: data, prefix: PREFIX });
  if (opening.kind === 'failed') throw new Error(opening.message);
  const { part } = opening;
  onTestFinished(() => part.close());
  const mix = new LoadMix(data);
  const bytesOf = (ordinal: number): Buffer => {
    const template = mix.unitOf(ordinal).steps[0]?.template;
    if (template === undefined) throw new Error('no such message');
    const bytes = Buffer.alloc(template.frame.length);
    stamp(template, bytes, 0, { prefix: Buffer.from(PREFIX), ordinal, arrival: ordinal }, TIME);
    return bytes;
  };
  return { part, bytesOf };
}

/** Delivers each message on a connection of its own group, and waits for its answer or the end of the connection. */
async function deliver(port: number, frames: readonly Buffer[]): Promise<readonly string[]> {
  const answers: string[] = [];
  let heard: (answer: string) => void = () => {};
  const line = await dial(
    { host: '127.0.0.1', port, timer },
    {
      onEvent: (event) => heard(event.kind === 'frame' ? (/MSA\|(\w+)/.exec(event.payload.toString())?.[1] ?? '') : ''),
      onClose: () => heard('gone'),
    },
  );
  if (line.kind === 'failed') throw new Error(line.message);
  for (const bytes of frames) {
    const answer = new Promise<string>((resolve) => (heard = resolve));
    await line.connection.write([{ kind: 'write', bytes }]);
    answers.push(await answer);
  }
  line.connection.end();
  await line.connection.closed;
  return answers;
}

function accepted(...ordinals: readonly number[]): OrdinalSet {
  const set = new OrdinalSet();
  for (const ordinal of ordinals) set.add(ordinal);
  return set;
}

it('what a fault kept from being acknowledged comes again and is no duplicate', async () => {
  const { part, bytesOf } = await farEnd(['reset-after-receipt:on=every 2']);
  expect(await deliver(part.port, [bytesOf(0), bytesOf(1)])).toEqual(['AA', 'gone']);
  expect(await deliver(part.port, [bytesOf(1), bytesOf(2)])).toEqual(['AA', 'AA']);
  const { counts, redelivered, delivered } = await part.settle(accepted(0, 1, 2).pages());
  expect([delivered, redelivered, counts.duplicated, counts.lost]).toEqual([3, 1, 0, 0]);
});

it('what was acknowledged, and the system went on behind, is a duplicate when it comes again', async () => {
  const { part, bytesOf } = await farEnd([]);
  expect(await deliver(part.port, [bytesOf(0), bytesOf(1), bytesOf(0), bytesOf(1)])).toEqual(['AA', 'AA', 'AA', 'AA']);
  const { counts, samples, redelivered } = await part.settle(accepted(0, 1).pages());
  expect([counts.duplicated, samples.duplicated, redelivered]).toEqual([2, [0, 1], 0]);
});

it('what was the last on a connection may come again, once the system has no more than that to go by', async () => {
  const { part, bytesOf } = await farEnd([]);
  await deliver(part.port, [bytesOf(0), bytesOf(1)]);
  await deliver(part.port, [bytesOf(1), bytesOf(0)]);
  const { counts, samples, redelivered } = await part.settle(accepted(0, 1).pages());
  expect([redelivered, counts.duplicated, samples.duplicated]).toEqual([1, 1, [0]]);
});

it('the same is told where messages are known by their content', async () => {
  const { part, bytesOf } = await farEnd(['reset-after-receipt:on=every 2'], 'content');
  await deliver(part.port, [bytesOf(0), bytesOf(1)]);
  await deliver(part.port, [bytesOf(1), bytesOf(2), bytesOf(0)]);
  const asked = await part.counts(accepted(0, 1, 2, 3).pages());
  expect(asked).toMatchObject({ delivered: 4, redelivered: 1, lost: 0 });
  await part.settle(accepted(0, 1, 2, 3).pages());
  const { counts, samples, redelivered } = await part.settle(accepted(0, 1, 2, 3).pages());
  expect([redelivered, counts.duplicated, samples.duplicated, samples.lost]).toEqual([1, 1, [0], [3]]);
});

it.each([
  ['late-acknowledgment:delay=5ms,on=every 1', ['AA', 'AA']],
  ['application-error:on=every 1', ['AE', 'AE']],
  ['application-reject:on=every 2', ['AA', 'AR']],
])('the far end answers as its faults want: %s', async (fault, answers) => {
  const { part, bytesOf } = await farEnd([fault]);
  expect(await deliver(part.port, [bytesOf(0), bytesOf(1)])).toEqual(answers);
});
