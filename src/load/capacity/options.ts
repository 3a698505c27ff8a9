/** How a capacity is looked for. Rates are messages a second, times milliseconds. */
export interface CapacityOptions {
  /** The first rate that is tried. */
  readonly startRate: number;
  /** Below this nothing is tried any more, and above the other neither. */
  readonly leastRate: number;
  readonly mostRate: number;
  /** By which the rate grows from step to step until it is too much. */
  readonly growth: number;
  /** How near the highest rate that held and the lowest that did not must come, as a share: 0.02 is 2 %. */
  readonly precision: number;
  /** So often must a rate hold. */
  readonly repetitions: number;
  /** A step in which the generator was late says nothing about the system: it is tried again, so often in all. */
  readonly attempts: number;
  /** Of one step, without its warm-up. */
  readonly leastStepMs: number;
  readonly longestStepMs: number;
  readonly warmUpMs: number;
  /** How long the system may take after a step that was too much until it answers as usual. */
  readonly coolDownMs: number;
  /** Whether, at the end, the system is overloaded once more to see how long it takes to recover. */
  readonly measuresRecovery: boolean;
}

export const CAPACITY_DEFAULTS: CapacityOptions = {
  startRate: 50,
  leastRate: 0.5,
  mostRate: 200_000,
  growth: 2,
  precision: 0.02,
  repetitions: 3,
  attempts: 3,
  leastStepMs: 5_000,
  longestStepMs: 60_000,
  warmUpMs: 1_000,
  coolDownMs: 60_000,
  measuresRecovery: true,
};
