import type { ErrorCode, Location, Problem } from '../problem.js';

/** What a message would change in the index, or why it may not. Nothing has happened before `apply`. */
export type Plan =
  | { readonly kind: 'accepted'; readonly apply: () => void }
  | { readonly kind: 'refused'; readonly problem: Problem };

export function accepted(apply: () => void = () => {}): Plan {
  return { kind: 'accepted', apply };
}

export function refused(code: ErrorCode, at: Location, text: string): Plan {
  return { kind: 'refused', problem: { code, at, text } };
}

/** All of them, or the first refusal. */
export function together(plans: readonly Plan[]): Plan {
  const refusal = plans.find((plan) => plan.kind === 'refused');
  return (
    refusal ??
    accepted(() => {
      for (const plan of plans) if (plan.kind === 'accepted') plan.apply();
    })
  );
}

/** The place of a field in ERR-2; the first segment of that name where none is given. */
export function place(segment: string, field: number, sequence = 1): Location {
  return { segment, sequence, field };
}
