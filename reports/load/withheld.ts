import type { CapacityStep, Latencies } from '../../src/evidence/load-result.js';

/**
 * Why the percentiles of these messages must not be shown; undefined where they may. A response time holds the generator's
 * own error: without its lateness, for every message that was answered, nobody can tell the two apart.
 */
export function whyWithheld(latencies: Latencies): string | undefined {
  // A result read from a file may lack what its type promises.
  const { response, lateness } = latencies as Partial<Latencies>;
  if (response === undefined || response.count === 0) return 'No message was answered: there are no percentiles.';
  if (lateness !== undefined && lateness.count >= response.count) return undefined;
  const measured = lateness?.count ?? 0;
  const known = measured === 0 ? 'was not recorded' : `is known of ${measured} of ${response.count} messages only`;
  return `Percentiles are withheld: the lateness of the generator ${known}, so they cannot be told apart from its own delay.`;
}

/** Whether the latencies of one rate of a capacity search may be shown: those of the generator must be known for each of them. */
export function isStepShown({ response, lateness }: Pick<CapacityStep, 'response' | 'lateness'>): boolean {
  return response.count > 0 && lateness !== undefined && lateness.count >= response.count;
}
