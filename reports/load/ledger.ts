/** The damages that a ledger counts, the worst first, with what each means. */
export const LEDGER_ROWS = [
  ['lost', 'acknowledged with AA or CA, and never delivered'],
  ['altered', 'delivered with other content than the system was to deliver'],
  ['duplicated', 'delivered more than once'],
  ['reordered', 'delivered behind a later message of the same patient or order'],
  ['late', 'delivered later than the plan allows'],
  ['foreign', 'delivered, and not of this run'],
] as const;
