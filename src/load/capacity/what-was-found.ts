import type { Capacity, CapacityStep } from '../../evidence/load-result.js';
import { kneeOf, type Tried } from './knee.js';
import type { CapacityOptions } from './options.js';

export interface Findings {
  /** The highest rate that held in every repetition, and the lowest above it that failed. */
  readonly confirmed: number | undefined;
  readonly failed: number | undefined;
  /** Whether the search came to its end. */
  readonly isComplete: boolean;
  readonly steps: readonly CapacityStep[];
  readonly tried: readonly Tried[];
  readonly slo: string;
  readonly options: CapacityOptions;
  readonly recoveryMs?: number;
}

/** What a search says in the end. */
export function capacityOf(findings: Findings): Capacity {
  const { confirmed, failed, slo, steps, options, recoveryMs } = findings;
  const lower = confirmed ?? 0;
  const upper = failed ?? lower;
  const isBounded = lower > 0 && upper > lower;
  return {
    rate: isBounded ? kneeOf(findings.tried, lower, upper, options.precision) : lower,
    lower,
    upper,
    slo,
    steps,
    ...(recoveryMs !== undefined && { recoveryMs }),
    ...(confirmed !== undefined && {
      repetitions: options.repetitions,
      confidence: 1 - 0.5 ** options.repetitions,
    }),
    limitedBy: limitOf(findings),
  };
}

/** What broke at the lowest rate that failed. */
function limitOf({ isComplete, failed, steps }: Findings): NonNullable<Capacity['limitedBy']> {
  if (!isComplete) return 'interrupted';
  if (failed === undefined) return 'ceiling';
  return steps.findLast(({ rate, passed }) => rate === failed && !passed)?.limit ?? 'system';
}
