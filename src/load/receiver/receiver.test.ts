import { describe, expect, it, onTestFinished } from 'vitest';
import { rng } from '../../base/rng.js';
import { realTimer } from '../../base/timer.js';
import { dial } from '../../mllp/dial.js';
import { frame } from '../../mllp/frame.js';
import { Receiver, type ReceiverOptions } from './receiver.js';
import { parseServiceTime } from './service-time.js';

const timer = realTimer();

async function opened(options: Partial<ReceiverOptions> & { readonly service?: string } = {}): Promise<Receiver> {
  const { service = 'constant:0ms', ...more } = options;
  const parsed = parseServiceTime(service);
  if (parsed.kind === 'mistake') throw new Error(parsed.what);
  const receiver = new Receiver({ listen: { port: 0, timer }, timer, serviceTime: parsed.make(), seed: 's', ...more });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  return receiver;
}

const message = (id: string): Buffer => Buffer.from(`MSH|^~\\&|A|A|B|B|20260101||ADT^A01|${id}|T|2.5.1\r`);

/** Sends all messages in one write, and resolves with so many replies. */
async function replies(receiver: Receiver, ids: readonly string[], expected = ids.length): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const got: string[] = [];
    const onEvent = (event: { readonly kind: string; readonly payload?: Buffer }): void => {
      got.push(event.payload?.toString('latin1') ?? event.kind);
      if (got.length === expected) resolve(got);
    };
    void dial({ host: '127.0.0.1', port: receiver.port, timer }, { onEvent }).then((result) => {
      if (result.kind === 'failed') return reject(new Error(result.message));
      onTestFinished(() => result.connection.reset());
      return void result.connection.write([
        { kind: 'write', bytes: Buffer.concat(ids.map((id) => frame(message(id)))) },
      ]);
    });
  });
}

const idOf = (reply: string): string => reply.split('|').at(-1)?.trim() ?? '';
const codeOf = (reply: string): string => reply.split('|').at(-2) ?? '';

const IDS = Array.from({ length: 400 }, (_, n) => `M${n}`);

describe('Receiver', () => {
  it.each(['constant:0ms', 'constant:5ms', 'serial:0.02ms'])(
    'answers every message in its order (%s)',
    async (service) => {
      const receiver = await opened({ service });
      expect((await replies(receiver, IDS)).map(idOf)).toEqual(IDS);
      expect([receiver.count, receiver.waiting, receiver.connections]).toEqual([400, 0, 1]);
    },
  );

  it('answers in the order of the instants where each takes its own time', async () => {
    const receiver = await opened({ service: 'exponential:20ms' });
    const ids = (await replies(receiver, IDS)).map(idOf);
    expect([...ids].sort()).toEqual([...IDS].sort());
    expect(ids).not.toEqual(IDS);
  });

  it('refuses and says nothing in the shares that it is told, and counts it', async () => {
    const told: string[] = [];
    const receiver = await opened({
      errors: 0.2,
      rejects: 0.1,
      silence: 0.1,
      onMessage: (_, answer) => void told.push(answer),
    });
    // What is drawn depends on the seed alone: a receiver of its own tells how many answers will come.
    const silent = silentOf(IDS.length);
    const codes = (await replies(receiver, IDS, IDS.length - silent)).map(codeOf);
    const { AA, AE, AR, none } = receiver.counts;
    expect([AA, AE, AR]).toEqual(['AA', 'AE', 'AR'].map((code) => codes.filter((one) => one === code).length));
    expect(none).toBe(silent);
    expect(told).toHaveLength(IDS.length);
    for (const [count, share] of [
      [AE, 0.2],
      [AR, 0.1],
      [none, 0.1],
    ] as const)
      expect(Math.abs(count / IDS.length - share)).toBeLessThan(0.06);
  });
});

function silentOf(count: number): number {
  const random = rng('s', 'receiver');
  return Array.from({ length: count }, () => random.next()).filter((drawn) => drawn < 0.1).length;
}
