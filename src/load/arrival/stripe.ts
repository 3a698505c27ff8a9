/** Which arrivals of a plan are a worker's own: `index`, `index + of`, `index + 2 of` ... counted from 0. */
export interface Stripe {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Stripe = { index: 0, of: 1 };
