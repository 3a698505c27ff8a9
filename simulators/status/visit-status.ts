/** Where a visit stands; `void` is one that was cancelled and never took place. */
export type VisitStatus = 'planned' | 'open' | 'closed' | 'void';

/** ADT events about one visit. */
export type VisitEvent = 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | 'A11' | 'A12' | 'A13' | 'A38';

interface Rule {
  /** `none`: the visit number has not been seen. */
  readonly from: readonly (VisitStatus | 'none')[];
  /** Absent: as it was; a visit that was not seen before becomes open. */
  readonly to?: VisitStatus;
}

const RULES: Readonly<Record<VisitEvent, Rule>> = {
  A01: { from: ['none', 'planned'], to: 'open' },
  A02: { from: ['open'] },
  A03: { from: ['open'], to: 'closed' },
  A04: { from: ['none', 'planned'], to: 'open' },
  A05: { from: ['none', 'planned'], to: 'planned' },
  A06: { from: ['open'] },
  A07: { from: ['open'] },
  // A08 may overtake the admission on another connection, and a closed visit is still updated.
  A08: { from: ['none', 'planned', 'open', 'closed'] },
  // Classic sites cancel a pre-admission by A11 too.
  A11: { from: ['open', 'planned'], to: 'void' },
  A12: { from: ['open'] },
  A13: { from: ['closed'], to: 'open' },
  A38: { from: ['planned'], to: 'void' },
};

export function isVisitEvent(trigger: string): trigger is VisitEvent {
  return Object.hasOwn(RULES, trigger);
}

/** The status after the event, or undefined when the event is illegal for a visit in this status. */
export function visitAfter(event: VisitEvent, status: VisitStatus | undefined): VisitStatus | undefined {
  const rule = RULES[event];
  if (!rule.from.includes(status ?? 'none')) return undefined;
  return rule.to ?? status ?? 'open';
}
