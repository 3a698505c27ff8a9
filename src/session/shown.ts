import { AssertionError } from 'node:assert';
import type { Role } from '../endpoint/simulator.js';
import { ROLE_NAMES, type Session } from './session.js';
import { waitFor } from './waiting.js';

/** What a simulated system should show, and how to say what it shows instead. */
export interface Shown {
  readonly at: Role;
  /** `the appointment of "CT head"` */
  readonly what: string;
  readonly expected: string;
  /** Asked anew after every event until it is `expected`. */
  readonly actual: () => string;
}

/** Waits until the system shows what it should. */
export async function expectShown(session: Session, { at, what, expected, actual }: Shown): Promise<void> {
  const { book, timer, expectationMs } = session.stage;
  const isThere = () => (actual() === expected ? true : undefined);
  if (await waitFor(book, timer, expectationMs, isThere)) return;
  const where = `the ${ROLE_NAMES[at]} shows ${what} otherwise`;
  throw new AssertionError({ message: `${where}\n  expected ${expected}, actual ${actual()}` });
}
