/**
 * A stretch of a load plan, in which messages are to arrive at a rate that follows a form. Rates are messages (or workflows) a
 * second, durations milliseconds.
 */
export type Stage =
  | { readonly kind: 'constant'; readonly rate: number; readonly durationMs: number }
  | { readonly kind: 'ramp'; readonly from: number; readonly to: number; readonly durationMs: number }
  /** `peak` for `widthMs` in the middle, `rate` before and after. */
  | {
      readonly kind: 'spike';
      readonly rate: number;
      readonly peak: number;
      readonly widthMs: number;
      readonly durationMs: number;
    }
  /** From one rate to the other in `steps` even steps, each as long. */
  | {
      readonly kind: 'step';
      readonly from: number;
      readonly to: number;
      readonly steps: number;
      readonly durationMs: number;
    }
  /** `mean` plus and minus `amplitude`, beginning at the mean and rising. */
  | {
      readonly kind: 'sine';
      readonly mean: number;
      readonly amplitude: number;
      readonly periodMs: number;
      readonly durationMs: number;
    }
  /** The rate at each full hour of a day, straight in between, told in `durationMs`. */
  | { readonly kind: 'day'; readonly hours: readonly number[]; readonly durationMs: number };
