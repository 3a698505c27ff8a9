import type { OrderControl } from '../../src/messages/facts.js';
import { mayBecome, type OrderState } from './order-status.js';

/** A placer's request about an order that exists (table 0119). */
export type Request = 'CA' | 'DC' | 'HD' | 'RL' | 'RP' | 'XO';

interface Rule {
  readonly accept: OrderControl;
  readonly refuse: OrderControl;
  /** Where the order goes when the request is accepted; absent: it stays where it is. */
  readonly to?: OrderState;
}

const RULES: Readonly<Record<Request, Rule>> = {
  CA: { accept: 'CR', refuse: 'UC', to: 'cancelled' },
  DC: { accept: 'DR', refuse: 'UD', to: 'discontinued' },
  HD: { accept: 'HR', refuse: 'UH', to: 'held' },
  RL: { accept: 'OR', refuse: 'UR', to: 'released' },
  RP: { accept: 'RQ', refuse: 'UM', to: 'replaced' },
  XO: { accept: 'XR', refuse: 'UX' },
};

/** An order can be changed until work on it has begun. */
const CHANGEABLE: readonly OrderState[] = ['accepted', 'scheduled', 'held', 'released'];

export function isRequest(control: string): control is Request {
  return Object.hasOwn(RULES, control);
}

export function ruleOf(request: Request): Rule {
  return RULES[request];
}

/** Whether a filler whose order stands at `state` can grant the request. */
export function canGrant(request: Request, state: OrderState): boolean {
  const { to } = RULES[request];
  return to === undefined ? CHANGEABLE.includes(state) : mayBecome(state, to);
}

/** The request that a filler's answer belongs to, and whether it was granted. */
export function answerTo(control: string): { readonly request: Request; readonly granted: boolean } | undefined {
  for (const [request, rule] of Object.entries(RULES)) {
    if (!isRequest(request)) continue;
    if (rule.accept === control) return { request, granted: true };
    if (rule.refuse === control) return { request, granted: false };
  }
  return undefined;
}
