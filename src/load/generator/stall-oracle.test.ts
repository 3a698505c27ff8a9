import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { ArrivalSchedule } from '../arrival/arrival-schedule.js';
import { type ArrivalSource, ClosedSource } from '../arrival/arrival-source.js';
import { WHOLE } from '../arrival/stripe.js';
import { Receiver } from '../receiver/receiver.js';
import { parseServiceTime } from '../receiver/service-time.js';
import { LoadMix } from '../template/load-unit.js';
import { templateOf } from '../template/message-template.js';
import { rehearse } from '../template/rehearsal.js';
import { Generator } from './generator.js';

const timer = realTimer();
const CLOCK = new Date('2026-03-02T08:00:00Z');
const DURATION_MS = 8_000;

async function stallingPort(): Promise<number> {
  const parsed = parseServiceTime('stall:every=2s,for=200ms');
  if (parsed.kind === 'mistake') throw new Error(parsed.what);
  const receiver = new Receiver({ listen: { port: 0, timer }, timer, serviceTime: parsed.make(), seed: 's' });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  return receiver.port;
}

async function measured(arrivals: ArrivalSource, connections: number) {
  const [first] = rehearse({ seed: 's', patient: 1, pathway: 'inpatient', now: CLOCK, version: '2.5.1' });
  if (first === undefined) throw new Error('the stay has no message');
  const unit = { name: 'admission', steps: [{ template: templateOf(first.message, 'ehr'), type: 0 }] };
  const generator = new Generator({
    arrivals,
    mix: new LoadMix({ types: ['ADT^A01'], parts: [{ weight: 1, variants: [unit] }], seed: 's' }),
    targets: [{ role: 'ehr', dial: { host: '127.0.0.1', port: await stallingPort(), timer }, connections }],
    depth: 1,
    perMessage: false,
    queueLimit: 20_000,
    acknowledgmentTimeoutMs: 10_000,
    thinkMs: 0,
    warmUpMs: 0,
    prefix: Buffer.from('Lstall'),
    clock: CLOCK,
    timer,
    startAt: timer.now() + 100,
  });
  expect(await generator.run()).toEqual({ kind: 'completed' });
  return generator.recorder.all;
}

/** A receiver that stalls 200 ms every 2 s: a tenth of all arrivals waits, evenly between 0 and 200 ms, so 180 ms are theory's p99. */
describe('the stall oracle', () => {
  it('shows the stall to the open model, and what a closed one makes of it', async () => {
    const stages = [{ kind: 'constant', rate: 2_000, durationMs: DURATION_MS }] as const;
    const open = await measured(new ArrivalSchedule({ stages, spacing: 'even', seed: 's', stripe: WHOLE }), 8);
    const closed = await measured(new ClosedSource(1, DURATION_MS, 0, WHOLE), 1);
    const figures = (tally: typeof open): string =>
      `response p99 ${tally.response.at(99)} ms, service p99 ${tally.service.at(99)} ms, lateness p99 ${tally.lateness.at(99)} ms, ${tally.acknowledged} messages`;
    process.stdout.write(
      `open, 2,000/s over 8 connections: ${figures(open)}\nclosed, 1 connection: ${figures(closed)}\n`,
    );
    expect(open.counts()).toMatchObject({ offered: 16_000, acknowledged: 16_000 });
    expect(Math.abs(open.response.at(99) - 180)).toBeLessThanOrEqual(18);
    expect(closed.response.at(99)).toBeLessThan(1);
  }, 60_000);
});
