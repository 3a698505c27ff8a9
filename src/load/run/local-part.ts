import { performance } from 'node:perf_hooks';
import { timerOrigin } from '../../base/clock.js';
import { realTimer, type Timer } from '../../base/timer.js';
import type { OrdinalSet } from '../../ledger/ordinal-set.js';
import { ArrivalSchedule } from '../arrival/arrival-schedule.js';
import { type ArrivalSource, ClosedSource } from '../arrival/arrival-source.js';
import { loadFaults } from '../fault/load-fault.js';
import { Generator, type GeneratorEnd, type GeneratorTarget } from '../generator/generator.js';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { LoadMix } from '../template/load-unit.js';
import type { Part, PartListener, PartOrder, PartResult } from './part.js';
import { ProcessorTime } from './processor-time.js';

/** Carries out a part in this thread. */
export function localPart(order: PartOrder, listener: PartListener): Part {
  const timer = realTimer();
  let generator: Generator | undefined;
  return {
    async run(startAtEpochMs) {
      generator = new Generator(generatorOptions(order, listener, timer, startAtEpochMs));
      const processor = new ProcessorTime(performance);
      const end = await generator.run();
      return resultOf(generator, end, processor, order);
    },
    stop: () => generator?.stop(),
  };
}

function generatorOptions(order: PartOrder, listener: PartListener, timer: Timer, startAtEpochMs: number) {
  const { plan, prefix } = order;
  return {
    arrivals: arrivalsOf(order),
    mix: new LoadMix(order.mix),
    targets: targetsOf(order, timer),
    depth: plan.depth,
    faults: loadFaults(plan.faults, plan.seed),
    ...(plan.resending && { resending: plan.resending }),
    ...patienceOf(plan),
    awaitsApplication: plan.acknowledgment === 'both',
    perMessage: plan.perMessage,
    queueLimit: plan.queueLimit,
    acknowledgmentTimeoutMs: plan.acknowledgmentTimeoutMs,
    thinkMs: plan.thinkMs,
    warmUpMs: plan.warmUpMs,
    prefix: Buffer.from(prefix, 'latin1'),
    clock: new Date(startAtEpochMs),
    timer,
    startAt: startAtEpochMs - timerOrigin(),
    onInterval: (sample: IntervalSample, accepted: OrdinalSet) =>
      listener.onInterval(sample, order.wantsAccepted ? accepted.pages() : []),
  };
}

/** What we do to the system ourselves may take it away for as long as it lasts, and until it is there again. */
function patienceOf({ sut }: LoadPlan): { readonly patienceMs?: number } {
  return sut.length === 0 ? {} : { patienceMs: RECOVERY_MS + Math.max(...sut.map(({ forMs }) => forMs)) };
}

const RECOVERY_MS = 60_000;

function arrivalsOf({ plan, stripe }: PartOrder): ArrivalSource {
  const { arrival, seed, thinkMs } = plan;
  if (arrival.kind === 'open') return new ArrivalSchedule({ seed, ...arrival, stripe });
  const users = shareOf(arrival.users, stripe);
  return new ClosedSource(users, arrival.durationMs, thinkMs, stripe);
}

/** Which worker of its own machine. */
function ownStripe({ workers }: LoadPlan, { index }: PartOrder['stripe']): PartOrder['stripe'] {
  return { index: index % workers, of: workers };
}

/** How many of `count` things belong to a stripe. */
function shareOf(count: number, { index, of }: PartOrder['stripe']): number {
  return Math.floor(count / of) + (index < count % of ? 1 : 0);
}

/** A target for everybody is one for each role that sends. The workers of a machine share its connections. */
function targetsOf({ plan, mix, stripe }: PartOrder, timer: Timer): readonly GeneratorTarget[] {
  const steps = mix.parts.flatMap(({ variants }) => variants.flatMap((unit) => unit.steps));
  const roles = [...new Set(steps.map(({ template }) => template.from))];
  return roles.flatMap((role) => {
    const target = plan.targets.find((one) => one.role === role) ?? plan.targets.find((one) => one.role === undefined);
    if (target === undefined) return [];
    const { host, port, tls } = target;
    const share = (count: number) => Math.max(1, shareOf(count, ownStripe(plan, stripe)));
    const connections = { connections: share(plan.connections), leastConnections: share(plan.leastConnections) };
    return [{ role, dial: { host, port, timer, ...(tls && { tls }) }, ...connections }];
  });
}

function resultOf(generator: Generator, end: GeneratorEnd, processor: ProcessorTime, order: PartOrder): PartResult {
  const { recorder, accepted } = generator;
  const { all, byType, codes, firstSent, lastSent } = recorder;
  return {
    all: { ...all.counts(), ...all.latencies() },
    byType: byType.map((tally) => ({ ...tally.counts(), ...tally.latencies() })),
    codes: Object.fromEntries(codes),
    faults: recorder.faults,
    resent: recorder.resent,
    kept: recorder.kept.list,
    connections: generator.connections,
    firstSent: Number.isFinite(firstSent) ? firstSent : null,
    lastSent: Number.isFinite(firstSent) ? lastSent : null,
    ...processor.since(),
    end: { kind: end.kind, ...('reason' in end && { reason: end.reason }) },
    accepted: order.wantsAccepted ? accepted.pages() : [],
  };
}
