import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { dial } from '../../mllp/dial.js';
import { IntendedInstants } from '../arrival/intended-instants.js';
import { parseServiceTime } from '../receiver/service-time.js';
import { makeMix } from '../template/make-mix.js';
import { stamp } from '../template/message-template.js';
import { FarEnd } from './far-end.js';

const timer = realTimer();
const PREFIX = Buffer.from('Ltest-');
const TIME = Buffer.from('20260302080000');
const mix = makeMix({
  mix: [{ kind: 'workflow', name: 'outpatient', weight: 1 }],
  patients: 2,
  version: '2.5.1',
  seed: 's',
  sizeBytes: 0,
  targets: [{ host: '127.0.0.1', port: 1 }],
});

/** The frame of a message of the run. */
function message(arrival: number, step: number): Buffer {
  const template = mix.unitOf(arrival).steps[step]?.template;
  if (template === undefined) throw new Error('the unit has no such step');
  const bytes = Buffer.alloc(template.frame.length);
  stamp(template, bytes, 0, { prefix: PREFIX, ordinal: arrival * mix.mostSteps + step, arrival }, TIME);
  return bytes;
}

async function delivered(
  frames: readonly Buffer[],
  more: { readonly startAt?: number; readonly lateMs?: number } = {},
) {
  const service = parseServiceTime('constant:0ms');
  if (service.kind === 'mistake') throw new Error(service.what);
  const stages = [{ kind: 'constant', rate: 1_000, durationMs: 10_000 }] as const;
  const { startAt = timer.now() - 20, lateMs = 60_000 } = more;
  const farEnd = new FarEnd({
    listen: { port: 0, timer },
    serviceTime: service.make(),
    mix,
    prefix: PREFIX,
    seed: 's',
    timer,
    startAt: () => startAt,
    intended: new IntendedInstants({ stages, spacing: 'even', seed: 's' }),
    lateMs,
  });
  expect(await farEnd.open()).toBeUndefined();
  onTestFinished(() => farEnd.close());
  await deliver(farEnd.port, frames);
  const accepted = new OrdinalSet();
  for (const step of [0, 1, 2]) accepted.add(step);
  return { farEnd, balance: farEnd.ledger.balance(accepted) };
}

/** Resolves when every frame has been answered. */
async function deliver(port: number, frames: readonly Buffer[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let answers = 0;
    const onEvent = (): void => {
      if (++answers === frames.length) resolve();
    };
    void dial({ host: '127.0.0.1', port, timer }, { onEvent }).then((result) => {
      if (result.kind === 'failed') return reject(new Error(result.message));
      onTestFinished(() => result.connection.reset());
      for (const bytes of frames) void result.connection.write([{ kind: 'write', bytes }]);
      return undefined;
    });
  });
}

describe('FarEnd', () => {
  it('enters what is delivered as it was sent', async () => {
    const { balance, farEnd } = await delivered([message(0, 0), message(0, 1), message(0, 2)]);
    expect(balance).toMatchObject({
      delivered: 3,
      counts: { lost: 0, duplicated: 0, reordered: 0, altered: 0, late: 0 },
    });
    expect(farEnd.endToEnd.count).toBe(1);
    expect(farEnd.endToEnd.max).toBeGreaterThanOrEqual(20);
  });

  it('sees what is lost, doubled, out of order and late', async () => {
    const { balance } = await delivered([message(0, 0), message(0, 2), message(0, 0)], { lateMs: 1 });
    expect(balance.counts).toMatchObject({ lost: 1, duplicated: 1, late: 1 });
    expect(balance.samples).toMatchObject({ lost: [1], duplicated: [0], late: [0] });
    const { balance: other } = await delivered([message(0, 1), message(0, 0), message(0, 2)]);
    expect(other.samples.reordered).toEqual([0]);
  });

  it('sees a byte that changed, and lets the engine write MSH anew', async () => {
    const changed = Buffer.from(message(0, 0));
    changed[changed.length - 10] = 'X'.charCodeAt(0);
    const renamed = Buffer.from(message(0, 1).toString('latin1').replace('|EHR|', '|ENGINE|'), 'latin1');
    const { balance } = await delivered([changed, renamed, message(0, 2)]);
    expect(balance.samples.altered).toEqual([0]);
  });

  it('does not take a message of somebody else for one of the run', async () => {
    const foreign = Buffer.from(message(0, 0).toString('latin1').replace('Ltest-', 'Other-'), 'latin1');
    const { farEnd, balance } = await delivered([foreign, message(0, 0)]);
    expect([farEnd.foreign, balance.delivered]).toEqual([1, 1]);
  });
});
