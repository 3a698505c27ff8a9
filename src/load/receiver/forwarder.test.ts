import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { Forwarder } from './forwarder.js';
import { Receiver } from './receiver.js';
import type { ServiceTime } from './service-time.js';

const timer = realTimer();
const message = (id: string): Buffer => Buffer.from(`MSH|^~\\&|A|A|B|B|20260101||ADT^A01|${id}|T|2.5.1\r`);
const IDS = Array.from({ length: 500 }, (_, n) => `M${n}`);

/** A receiver that keeps the ids of what it gets, and tells when it has so many. */
async function end(port = 0, options: { readonly errors?: number; readonly serviceTime?: ServiceTime } = {}) {
  const got: string[] = [];
  let reached: () => void = () => {};
  let wanted = Number.POSITIVE_INFINITY;
  const receiver = new Receiver({
    listen: { port, timer },
    timer,
    serviceTime: { answerAt: (at) => at },
    seed: 's',
    ...options,
    onMessage: (payload) => {
      got.push(payload.toString('latin1').split('|')[9] ?? '');
      if (got.length >= wanted) reached();
    },
  });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  const count = (n: number): Promise<void> =>
    new Promise((resolve) => {
      [wanted, reached] = [n, resolve];
      if (got.length >= n) resolve();
    });
  return { receiver, got, count };
}

function forwarderTo(port: number, more: { readonly window?: number; readonly queueLimit?: number } = {}): Forwarder {
  const forwarder = new Forwarder({
    dial: { host: '127.0.0.1', port, timer },
    timer,
    window: 16,
    queueLimit: 100_000,
    ...more,
  });
  onTestFinished(() => forwarder.close());
  forwarder.open();
  return forwarder;
}

async function settled(forwarder: Forwarder): Promise<void> {
  while (forwarder.counts.waiting > 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('Forwarder', () => {
  it('passes everything on, once and in its order', async () => {
    const { receiver, got, count } = await end();
    const forwarder = forwarderTo(receiver.port);
    for (const id of IDS) forwarder.pass(message(id));
    await count(IDS.length);
    await settled(forwarder);
    expect(got).toEqual(IDS);
    expect(forwarder.counts).toEqual({ forwarded: 500, refused: 0, waiting: 0, dropped: 0, resent: 0 });
  });

  it('counts what is refused, and goes on', async () => {
    const { receiver, count } = await end(0, { errors: 1 });
    const forwarder = forwarderTo(receiver.port);
    for (const id of IDS) forwarder.pass(message(id));
    await count(IDS.length);
    await settled(forwarder);
    expect(forwarder.counts).toMatchObject({ forwarded: 500, refused: 500 });
  });

  it('keeps what cannot be sent, up to its limit, and sends it when somebody is there', async () => {
    const { receiver } = await end();
    const { port } = receiver;
    await receiver.close();
    const forwarder = forwarderTo(port, { queueLimit: 300 });
    const taken = IDS.map((id) => forwarder.pass(message(id))).filter(Boolean).length;
    expect([taken, forwarder.counts.dropped]).toEqual([300, 200]);
    const { got, count } = await end(port);
    await count(300);
    await settled(forwarder);
    expect(got).toEqual(IDS.slice(0, 300));
    expect(forwarder.trouble).toBeUndefined();
  });

  it('sends again what was not answered when the connection was lost', async () => {
    const first = await end(0, { serviceTime: { answerAt: (at) => at + 2 } });
    const { port } = first.receiver;
    const forwarder = forwarderTo(port);
    for (const id of IDS) forwarder.pass(message(id));
    await first.count(100);
    await first.receiver.close();
    const second = await end(port);
    await second.count(500 - first.got.length);
    await settled(forwarder);
    expect([...new Set([...first.got, ...second.got])]).toEqual(IDS);
    expect(forwarder.counts.forwarded).toBe(500);
    expect(first.got.length + second.got.length - 500).toBeLessThanOrEqual(forwarder.counts.resent);
  });
});
