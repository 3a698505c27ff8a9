import { type Piece, piecesOf } from '../arrival/piece.js';
import type { LoadPlan } from './load-plan.js';

const SECOND_MS = 1_000;

/**
 * How many messages a plan wants in a second of the run, without those of the warm-up: of a shard its share. Those of a workflow
 * count in the second in which it begins. Nothing for a closed model, which has no plan but the answers.
 */
export function plannedMessages(
  { arrival, warmUpMs, shard }: LoadPlan,
  messagesPerArrival: number,
): ((second: number) => number) | undefined {
  if (arrival.kind === 'closed') return undefined;
  const pieces = piecesOf(arrival.stages);
  const share = messagesPerArrival / (shard?.of ?? 1);
  const measured = (ms: number): number => countUntil(pieces, Math.max(warmUpMs, ms));
  return (second) => rounded((measured((second + 1) * SECOND_MS) - measured(second * SECOND_MS)) * share);
}

/** Arrivals that are expected until an instant. */
function countUntil(pieces: readonly Piece[], ms: number): number {
  let [count, before] = [0, 0];
  for (const piece of pieces) {
    if (ms >= before + piece.durationMs) count += piece.count;
    else return count + countWithin(piece, ms - before);
    before += piece.durationMs;
  }
  return count;
}

/** The inverse of `instantOf`, which never falls. */
function countWithin(piece: Piece, ms: number): number {
  let [low, high] = [0, piece.count];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2;
    if (piece.instantOf(middle) < ms) low = middle;
    else high = middle;
  }
  return high;
}

function rounded(count: number): number {
  return Math.round(count * PLACES) / PLACES;
}

const HALVINGS = 50;
const PLACES = 1_000;
