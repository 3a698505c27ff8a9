import { gzipSync } from 'node:zlib';
import { wallClock } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';
import type { SutEventOutcome } from '../../evidence/load-result.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { type LoadHooks, type LoadRun, prefixOf } from '../run/run-load.js';
import { mergeShards } from '../shard/merge-shards.js';
import type { MissingShard } from '../shard/missing-shards.js';
import { pageTexts } from '../shard/page-text.js';
import { differenceOf, sharedPlan } from '../shard/shared-plan.js';
import { noControl, SutCourse } from '../sut/sut-course.js';
import { type CoordinateOptions, Coordination, SILENT_MS } from './coordination.js';
import { deliver, persist } from './deliver.js';
import { gather } from './gather.js';
import type { Order } from './messages.js';
import { FAR_ENDS } from './subjects.js';

/** From the moment when everybody is ready to the first arrival: the word must reach all, and threads must be set up. */
const LEAD_MS = 2_000;

/**
 * Carries out a plan on several agents, each with its stripe of it. Everything that is said is kept by NATS: a coordinator that
 * dies may be started again under the name of the run, and collects what the agents told meanwhile. It alone acts on the system
 * under test.
 */
export async function coordinate(options: CoordinateOptions): Promise<LoadRun> {
  const { plan, hooks } = options;
  const course = new SutCourse(plan.sut, hooks.onSut ?? noControl, realTimer());
  const run = new Coordination({ ...options, hooks: counting(hooks, course) });
  try {
    const trouble = await placeOrder(run);
    if (trouble !== undefined) return { kind: 'failed', message: trouble };
    if (!(await gather(run))) {
      await run.abort({ reason: 'interrupted', threshold: null });
      return { kind: 'failed', message: 'interrupted before all agents were ready; nothing was sent' };
    }
    await begin(run, course);
    await watch(run);
    const sut = await course.end();
    await collectFarEnds(run);
    return whole(run, sut);
  } finally {
    await course.end();
    run.close();
  }
}

function counting(hooks: LoadHooks, course: SutCourse): LoadHooks {
  return {
    ...hooks,
    onInterval: (interval) => {
      course.count(interval.acknowledged);
      hooks.onInterval?.(interval);
    },
  };
}

/** The first coordinator of a run says what is to be done; a later one must want the same. */
async function placeOrder({ options, subjects, log }: Coordination): Promise<string | undefined> {
  const { link, run, plan, of, hooks, patienceMs } = options;
  const order = orderOf(options);
  const trouble = await persist(() => link.keep(subjects.order, order, { after: 0 }), patienceMs);
  if (trouble !== undefined) return `NATS does not keep the order: ${trouble}`;
  const kept = await log.until(() => (log.isCurrent ? log.order : undefined));
  const difference =
    kept.pipehat === hooks.pipehat
      ? differenceOf(order.plan, kept.plan)
      : `version (${hooks.pipehat}, not ${kept.pipehat})`;
  if (difference !== undefined) return `the run ${run} has another plan: ${difference}`;
  if (kept.of !== of) return `the run ${run} has ${kept.of} agents, not ${of}`;
  options.say(`run ${run}: ${plan.name} on ${of} agent${of === 1 ? '' : 's'}`);
  return undefined;
}

function orderOf({ plan, of, run, hooks, patienceMs }: CoordinateOptions): Order {
  // Thresholds are watched here, over all agents, and the system is acted on from here.
  const shared = sharedPlan({ ...plan, abortOnFail: false, sut: [] });
  return { pipehat: hooks.pipehat, plan: shared, of, prefix: prefixOf(plan.seed, run), patienceMs };
}

/** Told once, whichever coordinator is the first to see that all are ready. */
async function begin({ options, subjects, log, places }: Coordination, course: SutCourse): Promise<void> {
  const isFirst = log.start === undefined;
  if (isFirst) {
    const agents = Object.fromEntries(places.map((place) => [place, log.agentAt(place) ?? '']));
    const start = { atEpochMs: wallClock().getTime() + LEAD_MS, agents };
    await persist(() => options.link.keep(subjects.start, start, { after: 0 }), options.patienceMs);
  }
  const { atEpochMs } = await log.until(() => log.start);
  const inMs = atEpochMs - wallClock().getTime();
  if (isFirst) course.begin(inMs);
  else course.resume(-inMs);
  options.say(`start at ${new Date(atEpochMs).toISOString()}`);
}

/** Until every agent has told its result or will tell none. */
async function watch(run: Coordination): Promise<void> {
  const { log, live, shards } = run;
  const silent = new Set<string>();
  await log.until(() => {
    const { broken } = live;
    if (broken !== undefined) void run.abort({ reason: 'threshold', threshold: broken.text });
    if (run.isInterrupted) void run.abort({ reason: 'interrupted', threshold: null });
    tellSilent(run, silent);
    return shards.every((place) => run.verdictOn(place) !== undefined) ? true : undefined;
  });
}

function tellSilent(run: Coordination, silent: Set<string>): void {
  const { log, presence, options } = run;
  for (const place of run.places) {
    const isSilent = !log.results.has(place) && presence.silentMs(place, log.agentAt(place)) >= SILENT_MS;
    if (isSilent === silent.has(place)) continue;
    if (isSilent) silent.add(place);
    else silent.delete(place);
    const wait = `waiting for it up to ${options.patienceMs / 1_000} s`;
    options.say(`${run.nameOf(place)} ${isSilent ? `is silent; ${wait}` : 'is heard again'}`);
  }
}

/** Whoever listens at the far ends learns what was accepted, waits for it, and tells its record. */
async function collectFarEnds(run: Coordination): Promise<void> {
  const { options, subjects, log, instance } = run;
  if (!run.places.includes(FAR_ENDS)) return;
  const accepted = new OrdinalSet();
  for (const { parts } of log.results.values()) for (const part of parts) accepted.addPages(part.accepted);
  await deliver(options.link, {
    subject: subjects.accepted,
    id: `${options.run}.accepted.${instance}`,
    agent: instance,
    bytes: gzipSync(JSON.stringify(pageTexts(accepted.pages()))),
    patienceMs: options.patienceMs,
  });
  await log.until(() => run.verdictOn(FAR_ENDS));
}

/** As if one machine had done everything; what is missing is named. */
function whole(run: Coordination, sut: readonly SutEventOutcome[]): LoadRun {
  const { log, shards } = run;
  const named = [...log.results].map(([place, record]) => ({ source: run.nameOf(place), record }));
  const missing = shards.flatMap((place, index) => (log.results.has(place) ? [] : [missingShard(run, place, index)]));
  const merged = mergeShards(named, missing);
  if (merged.kind === 'refused') return { kind: 'failed', message: noResult(merged.what, missing) };
  const verdict = run.places.includes(FAR_ENDS) ? run.verdictOn(FAR_ENDS) : 'told';
  const lost = typeof verdict === 'object' ? [`${run.nameOf(FAR_ENDS)} is lost: ${verdict.lost}`] : [];
  const result = { ...merged.result, ...(sut.length > 0 && { sut }), warnings: [...lost, ...merged.result.warnings] };
  return { kind: 'ran', result, parts: merged.parts, farEnds: [], damaged: [] };
}

function missingShard(run: Coordination, place: string, index: number): MissingShard {
  const verdict = run.verdictOn(place);
  const holder = run.log.holders.get(place);
  return {
    index,
    samples: run.log.samples.get(place) ?? [],
    ...(holder !== undefined && { host: `${holder.host}, agent ${holder.agent}` }),
    ...(typeof verdict === 'object' && { reason: verdict.lost }),
  };
}

function noResult(what: string, missing: readonly MissingShard[]): string {
  const reasons = missing.map(({ index, reason = 'unknown' }) => `shard ${index + 1}: ${reason}`);
  return reasons.length === 0 ? what : `no agent told a result (${reasons.join('; ')})`;
}
