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
/** Two stalls. */
const DURATION_MS = 4_000;
const RATE = 2_000;
const CONNECTIONS = 8;

/** The oracle: what theory has, and how far a figure may be off. */
const THEORY_MS = 180;
const TOLERANCE_MS = 18;
/** A generator that was later than this, or got less of a processor, has measured the machine and not the receiver. */
const LATEST_MS = 5;
const LEAST_PROCESSOR = 0.8;
/** Times that a machine which is busy with other things may disturb the measurement. */
const ATTEMPTS = 8;

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
  const from = performance.now();
  const before = process.cpuUsage();
  expect(await generator.run()).toEqual({ kind: 'completed' });
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1_000 / (performance.now() - from);
  return { tally: generator.recorder.all, processor };
}

type Measured = Awaited<ReturnType<typeof measured>>;

function told({ tally, processor }: Measured): string {
  const p99 = (name: 'response' | 'service' | 'lateness'): string => `${name} p99 ${tally[name].at(99)} ms`;
  const share = `${Math.round(processor * 100)} % of a processor`;
  return `${p99('response')}, ${p99('service')}, ${p99('lateness')}, ${tally.acknowledged} messages, ${share}`;
}

/** Measures again where the machine has disturbed it; undefined where it did so every time. */
async function undisturbed(
  title: string,
  measure: () => Promise<Measured>,
  judge: { readonly isRight: (found: Measured) => boolean; readonly isDisturbed: (found: Measured) => boolean },
): Promise<Measured | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const found = await measure();
    process.stdout.write(`${title}: ${told(found)}\n`);
    if (judge.isRight(found) || !judge.isDisturbed(found)) return found;
    process.stdout.write(`  the machine was busy with other things: measured again (${attempt} of ${ATTEMPTS})\n`);
  }
  return undefined;
}

/** A receiver that stalls 200 ms every 2 s: a tenth of all arrivals waits, evenly between 0 and 200 ms, so 180 ms are theory's p99. */
describe('the stall oracle', () => {
  it('shows the stall to the open model', async ({ skip }) => {
    const stages = [{ kind: 'constant', rate: RATE, durationMs: DURATION_MS }] as const;
    const open = await undisturbed(
      `open, ${RATE}/s over ${CONNECTIONS} connections`,
      () => measured(new ArrivalSchedule({ stages, spacing: 'even', seed: 's', stripe: WHOLE }), CONNECTIONS),
      {
        isRight: ({ tally }) => Math.abs(tally.response.at(99) - THEORY_MS) <= TOLERANCE_MS,
        isDisturbed: ({ tally }) => tally.lateness.at(99) > LATEST_MS,
      },
    );
    if (open === undefined) return skip('SKIPPED: the machine is too busy to measure on');
    const messages = (RATE * DURATION_MS) / 1_000;
    expect(open.tally.counts()).toMatchObject({ offered: messages, acknowledged: messages });
    expect(Math.abs(open.tally.response.at(99) - THEORY_MS)).toBeLessThanOrEqual(TOLERANCE_MS);
  }, 120_000);

  it('and not to a closed one, which does not ask while nobody answers', async ({ skip }) => {
    const closed = await undisturbed(
      'closed, 1 connection',
      () => measured(new ClosedSource(1, DURATION_MS, 0, WHOLE), 1),
      {
        isRight: ({ tally }) => tally.response.at(99) < 1,
        // But for a tenth of the time, in which nobody answers, such a loop is never idle.
        isDisturbed: ({ processor }) => processor < LEAST_PROCESSOR,
      },
    );
    if (closed === undefined) return skip('SKIPPED: the machine is too busy to measure on');
    expect(closed.tally.response.at(99)).toBeLessThan(1);
  }, 120_000);
});
