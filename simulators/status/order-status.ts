/** Where a laboratory or imaging order stands, in the words of the ward. */
export type OrderState =
  | 'placed'
  | 'accepted'
  | 'refused'
  | 'scheduled'
  | 'in-process'
  | 'partial'
  | 'preliminary'
  | 'final'
  | 'corrected'
  | 'cancelled'
  | 'cancelled-by-filler'
  | 'held'
  | 'released'
  | 'discontinued'
  | 'replaced';

/**
 * Where an order may go from where it stands. A state that is missing from a row is an illegal transition. `final` never
 * returns to `preliminary`; what is refused, cancelled, discontinued or replaced stays so.
 */
const NEXT: Readonly<Record<OrderState, readonly OrderState[]>> = {
  placed: ['accepted', 'refused', 'cancelled'],
  accepted: [
    'scheduled',
    'held',
    'in-process',
    'partial',
    'preliminary',
    'final',
    'cancelled',
    'cancelled-by-filler',
    'replaced',
    'discontinued',
  ],
  scheduled: ['scheduled', 'in-process', 'held', 'cancelled', 'cancelled-by-filler', 'replaced', 'discontinued'],
  'in-process': ['partial', 'preliminary', 'final', 'held', 'cancelled-by-filler', 'discontinued'],
  partial: ['partial', 'preliminary', 'final'],
  preliminary: ['preliminary', 'final', 'cancelled-by-filler'],
  final: ['corrected'],
  corrected: ['corrected'],
  held: ['released', 'cancelled', 'discontinued'],
  released: ['in-process', 'scheduled'],
  refused: [],
  cancelled: [],
  'cancelled-by-filler': [],
  discontinued: [],
  replaced: [],
};

export function mayBecome(from: OrderState, to: OrderState): boolean {
  return NEXT[from].includes(to);
}

const WORDS: Partial<Record<OrderState, string>> = {
  'in-process': 'in process',
  'cancelled-by-filler': 'cancelled by the department',
};

/** The state as a person would say it. */
export function inWords(state: OrderState): string {
  return WORDS[state] ?? state;
}

/** Nothing more can happen to the order itself (a final report can still be corrected). */
export function isOver(state: OrderState): boolean {
  return NEXT[state].length === 0;
}

export function hasResult(state: OrderState): boolean {
  return state === 'partial' || state === 'preliminary' || state === 'final' || state === 'corrected';
}

/** States that a message may pass over in silence: a result implies that the order was accepted and worked on. */
const IMPLIED: Partial<Record<OrderState, OrderState>> = {
  placed: 'accepted',
  scheduled: 'in-process',
  released: 'in-process',
};

/** What an observer makes of news: steps may be skipped forwards, never backwards. */
export function mayReach(from: OrderState, to: OrderState): boolean {
  if (mayBecome(from, to)) return true;
  const implied = IMPLIED[from];
  return implied !== undefined && mayReach(implied, to);
}
