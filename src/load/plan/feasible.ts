import { extentOf, peakRateOf } from '../arrival/arrival-schedule.js';
import { identityTroubles } from '../template/identity-trouble.js';
import type { LoadPlan } from './load-plan.js';
import { unmeasured } from './unmeasured.js';

/** What cannot be right about a plan, told before it runs; empty where nothing is. */
export function troublesOf(plan: LoadPlan): readonly string[] {
  return [
    ...tooShort(plan),
    ...tooFast(plan),
    ...tooDeep(plan),
    ...identityTroubles(plan),
    ...tooFew(plan),
    ...unmeasured(plan.thresholds, plan),
  ];
}

/** What one generator of ours has been seen to offer, messages a second; more needs several workers. */
const ONE_WORKER = 30_000;

function tooShort({ arrival, warmUpMs }: LoadPlan): readonly string[] {
  const { arrivals, durationMs } =
    arrival.kind === 'open' ? extentOf(arrival.stages) : { arrivals: 1, durationMs: arrival.durationMs };
  if (arrivals < 1) return ['the plan sends nothing: its rate times its duration is less than one message'];
  if (warmUpMs < durationMs) return [];
  return [`the warm-up of ${warmUpMs / 1_000} s leaves nothing of the ${durationMs / 1_000} s to measure`];
}

/**
 * In synchronous mode a connection carries one message in a round trip (Little's law): so many connections carry the rate only
 * where the system answers within connections / rate.
 */
function longestRoundTripMs({ arrival, connections, depth, targets }: LoadPlan): number {
  if (arrival.kind === 'closed') return Number.POSITIVE_INFINITY;
  return (connections * depth * targets.length * 1_000) / peakRateOf(arrival.stages);
}

/** A bound that a network may well exceed. */
const TIGHT_MS = 20;

/** What must be so for the plan to be met, where it is not plain; told when it begins. */
export function conditionOf(plan: LoadPlan): string | undefined {
  const limit = longestRoundTripMs(plan);
  if (plan.arrival.kind === 'closed' || limit >= TIGHT_MS) return undefined;
  const { connections, depth, targets } = plan;
  const places = connections * depth * targets.length;
  const each = limit.toFixed(limit < 1 ? 2 : 1);
  return (
    `${peakRateOf(plan.arrival.stages)} messages a second with ${places} at once need answers within ${each} ms each ` +
    '(connections x depth / rate); what takes longer waits, and the wait counts'
  );
}

/** A system that answers faster than this over a network has not been seen. */
const LEAST_ROUND_TRIP_MS = 0.05;

function tooFast(plan: LoadPlan): readonly string[] {
  if (plan.arrival.kind === 'closed') return [];
  const peak = peakRateOf(plan.arrival.stages);
  const limit = longestRoundTripMs(plan);
  const troubles: string[] = [];
  if (limit < LEAST_ROUND_TRIP_MS) {
    const carried = Math.floor((plan.connections * plan.depth * plan.targets.length * 1_000) / LEAST_ROUND_TRIP_MS);
    troubles.push(
      `${peak} messages a second over ${plan.connections} connections of depth ${plan.depth} need answers within ` +
        `${limit.toFixed(3)} ms each (connections x depth / rate); at 0.05 ms they carry ${carried} a second: ` +
        'take more connections or a greater depth',
    );
  }
  if (peak > ONE_WORKER * plan.workers * (plan.depth > 1 ? 5 : 1)) {
    troubles.push(`${peak} messages a second are more than ${plan.workers} worker(s) can send: add --workers`);
  }
  return troubles;
}

function tooFew({ connections, leastConnections }: LoadPlan): readonly string[] {
  if (leastConnections <= connections) return [];
  return [`${leastConnections} connections at least are more than ${connections} at most`];
}

function tooDeep({ depth, perMessage }: LoadPlan): readonly string[] {
  if (!perMessage || depth === 1) return [];
  return ['a connection for each message carries one message: leave --depth out, or keep the connections open'];
}
