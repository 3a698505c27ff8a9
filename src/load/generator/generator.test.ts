import { afterEach, describe, expect, it } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { frame } from '../../mllp/frame.js';
import { listen, type MllpServer } from '../../mllp/server.js';
import { ArrivalSchedule } from '../arrival/arrival-schedule.js';
import type { Stage } from '../arrival/stage.js';
import { WHOLE } from '../arrival/stripe.js';
import { LoadMix } from '../template/load-unit.js';
import { templateOf } from '../template/message-template.js';
import { rehearse } from '../template/rehearsal.js';
import { Generator, type GeneratorOptions } from './generator.js';

const timer = realTimer();
const PREFIX = Buffer.from('Ltest-');
const CLOCK = new Date('2026-03-02T08:00:00Z');
const opened: MllpServer[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.abort()));
});

type Answer = (payload: Buffer) => Buffer | undefined;

/** Acknowledges what it gets; `answer` decides the payload of the reply, or that there is none. */
async function receiver(
  answer: Answer = accept,
  delayMs: () => number = () => 0,
): Promise<{ port: number; got: string[] }> {
  const got: string[] = [];
  const result = await listen(
    { port: 0, timer },
    {
      onEvent(event, connection) {
        if (event.kind !== 'frame') return;
        got.push(controlId(event.payload));
        const reply = answer(event.payload);
        if (reply === undefined) return;
        const write = (): void => void connection.write([{ kind: 'write', bytes: frame(reply) }]);
        const delay = delayMs();
        if (delay > 0) timer.after(delay, write);
        else write();
      },
    },
  );
  if (result.kind === 'failed') throw new Error(result.message);
  opened.push(result.server);
  return { port: result.server.port, got };
}

function controlId(payload: Buffer): string {
  return payload.toString('latin1').split('|')[9] ?? '';
}

function accept(payload: Buffer): Buffer {
  return Buffer.from(`MSH|^~\\&|B|B|A|A|20260101||ACK|R${controlId(payload)}|T|2.5.1\rMSA|AA|${controlId(payload)}\r`);
}

function mix(types: readonly string[] = ['ADT^A01']): LoadMix {
  const stay = rehearse({ seed: 's', patient: 1, pathway: 'inpatient', now: CLOCK, version: '2.5.1' });
  const steps = types.map((type, n) => {
    const found = stay.find(({ message }) => `${message.type.code}^${message.type.trigger}` === type);
    if (found === undefined) throw new Error(`the stay has no ${type}`);
    return { template: templateOf(found.message, 'ehr'), type: n };
  });
  return new LoadMix({ types, parts: [{ weight: 1, variants: [{ name: 'unit', steps }] }], seed: 'seed' });
}

function options(port: number, stages: readonly Stage[], more: Partial<GeneratorOptions> = {}): GeneratorOptions {
  return {
    arrivals: new ArrivalSchedule({ stages, spacing: 'even', seed: 's', stripe: WHOLE }),
    mix: mix(),
    targets: [{ role: 'ehr', dial: { host: '127.0.0.1', port, timer }, connections: 4 }],
    depth: 1,
    perMessage: false,
    queueLimit: 10_000,
    acknowledgmentTimeoutMs: 5_000,
    thinkMs: 0,
    warmUpMs: 0,
    prefix: PREFIX,
    clock: CLOCK,
    timer,
    startAt: timer.now() + 50,
    ...more,
  };
}

const constant = (rate: number, durationMs: number): readonly Stage[] => [{ kind: 'constant', rate, durationMs }];
const id = (ordinal: number): string => `Ltest-${String(ordinal).padStart(12, '0')}`;

describe('Generator', () => {
  it('sends exactly the plan, each message once, and measures every answer', async () => {
    const { port, got } = await receiver();
    const generator = new Generator(options(port, constant(500, 1_000)));
    expect(await generator.run()).toEqual({ kind: 'completed' });
    expect([...got].sort()).toEqual(Array.from({ length: 500 }, (_, n) => id(n)));
    const { all, codes } = generator.recorder;
    expect(all.counts()).toEqual({
      offered: 500,
      sent: 500,
      acknowledged: 500,
      timedOut: 0,
      lost: 0,
      dropped: 0,
      pending: 0,
    });
    expect(Object.fromEntries(codes)).toEqual({ AA: 500 });
    for (const name of ['response', 'service', 'queue', 'lateness'] as const) expect(all[name].count).toBe(500);
  });

  it('does not record the warm-up', async () => {
    const { port, got } = await receiver();
    const generator = new Generator(options(port, constant(200, 500), { warmUpMs: 250 }));
    await generator.run();
    expect(got).toHaveLength(100);
    expect(generator.recorder.all.offered).toBe(50);
  });

  it('pipelines over one connection and finds each answer by MSA-2', async () => {
    const { port, got } = await receiver(accept, () => 5);
    const targets = [{ role: 'ehr', dial: { host: '127.0.0.1', port, timer }, connections: 1 }] as const;
    const generator = new Generator(options(port, constant(2_000, 500), { targets, depth: 64 }));
    await generator.run();
    expect(got).toHaveLength(1_000);
    expect(generator.recorder.all.acknowledged).toBe(1_000);
  });

  it('opens a connection for every message where asked', async () => {
    const { port, got } = await receiver();
    const generator = new Generator(options(port, constant(100, 300), { perMessage: true }));
    await generator.run();
    expect(got).toHaveLength(30);
    expect(generator.recorder.all.acknowledged).toBe(30);
  });

  it('keeps the messages of a workflow in order, each after the answer to the last', async () => {
    const types = ['ADT^A01', 'ORM^O01', 'ADT^A03'];
    const { port, got } = await receiver();
    const generator = new Generator(options(port, constant(40, 500), { mix: mix(types), thinkMs: 2 }));
    await generator.run();
    expect(got).toHaveLength(60);
    for (let unit = 0; unit < 20; unit++) {
      const places = [0, 1, 2].map((step) => got.indexOf(id(unit * 3 + step)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
    expect(generator.recorder.byType.map((tally) => tally.acknowledged)).toEqual([20, 20, 20]);
  });

  it('counts other codes, silence, replies about other messages, and what finds no place in the line', async () => {
    let n = 0;
    const { port } = await receiver((payload) => {
      n++;
      if (n % 5 === 0) return undefined;
      const text = accept(payload).toString();
      if (n % 5 === 1) return Buffer.from(text.replace('|AA|', '|AE|'));
      return n % 5 === 2 ? Buffer.from(text.replace('|AA|Ltest-', '|AA|Other-')) : Buffer.from(text);
    });
    const targets = [{ role: 'ehr', dial: { host: '127.0.0.1', port, timer }, connections: 2 }] as const;
    const generator = new Generator(
      options(port, constant(100, 500), { targets, acknowledgmentTimeoutMs: 100, queueLimit: 3 }),
    );
    await generator.run();
    const { all, codes } = generator.recorder;
    const counts = all.counts();
    expect(counts.pending).toBe(0);
    expect(counts.offered).toBe(50);
    expect(counts.dropped).toBeGreaterThan(0);
    expect(counts.sent).toBe(50 - counts.dropped);
    expect(counts.acknowledged + counts.timedOut).toBe(counts.sent);
    expect(codes.get('AE')).toBeGreaterThan(0);
    expect(codes.get('uncorrelated')).toBeGreaterThan(0);
    expect(codes.get('timeout')).toBe(counts.timedOut);
  });

  it('counts what a lost connection takes with it, and goes on', async () => {
    let n = 0;
    const { port } = await receiver((payload) => {
      n++;
      if (n === 20) for (const connection of opened[0]?.connections ?? []) connection.reset();
      return accept(payload);
    });
    const generator = new Generator(options(port, constant(100, 600)));
    expect(await generator.run()).toEqual({ kind: 'completed' });
    const { lost, acknowledged, sent, offered } = generator.recorder.all;
    expect(lost).toBeGreaterThanOrEqual(1);
    expect([offered, sent]).toEqual([60, 60]);
    expect(acknowledged).toBe(60 - lost);
  });

  it('tells an interval for every second, which add up to the whole', async () => {
    const { port } = await receiver();
    const samples: { readonly offered: number; readonly acknowledged: number }[] = [];
    const generator = new Generator(
      options(port, constant(100, 1_500), { onInterval: (sample) => samples.push(sample) }),
    );
    await generator.run();
    expect(samples.length).toBeGreaterThanOrEqual(2);
    expect(samples.reduce((sum, { offered }) => sum + offered, 0)).toBe(150);
    expect(samples.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBe(150);
  });

  it('gives up where nothing listens, and says why', async () => {
    const { port } = await receiver();
    await opened.pop()?.abort();
    const generator = new Generator(options(port, constant(10, 60_000)));
    expect(await generator.run()).toEqual({
      kind: 'unreachable',
      reason: expect.stringMatching(/nothing listens|refused/i),
    });
  }, 20_000);
});
