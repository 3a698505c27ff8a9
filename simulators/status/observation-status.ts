import type { ObservationStatus } from '../../src/messages/facts.js';

const FIRST: readonly ObservationStatus[] = ['P', 'F', 'R', 'I', 'S', 'O', 'X', 'N', 'U'];
const AFTER_FINAL: readonly ObservationStatus[] = ['C', 'D', 'W', 'F', 'U'];

/**
 * OBX-11 (table 0085) inside one pair of OBX-3 and OBX-4: what may follow what has been filed. P ends in F or U, never in
 * C; only what was final can be corrected or deleted; F after F repeats the value unchanged.
 */
const NEXT: Readonly<Record<ObservationStatus, readonly ObservationStatus[]>> = {
  O: FIRST,
  I: ['I', 'R', 'P', 'S', 'F', 'X', 'N'],
  N: ['N', 'I', 'R', 'P', 'S', 'F', 'X'],
  R: ['R', 'P', 'S', 'F', 'X', 'U'],
  S: ['S', 'P', 'F', 'X', 'U'],
  P: ['P', 'S', 'F', 'U', 'X', 'D'],
  F: AFTER_FINAL,
  U: AFTER_FINAL,
  C: AFTER_FINAL,
  W: ['C', 'D', 'W'],
  D: ['C', 'F', 'X', 'D'],
  X: ['X'],
};

/** `from` is absent when nothing has been filed under the pair. */
export function mayFollow(from: ObservationStatus | undefined, to: ObservationStatus): boolean {
  return (from === undefined ? FIRST : NEXT[from]).includes(to);
}

/** The status to keep when `to` arrives: a corrected value that is repeated as final stays corrected. */
export function keptStatus(from: ObservationStatus | undefined, to: ObservationStatus): ObservationStatus {
  if (from === 'C' && (to === 'F' || to === 'U')) return 'C';
  return to === 'U' ? 'F' : to;
}

export function isObservationStatus(text: string): text is ObservationStatus {
  return Object.hasOwn(NEXT, text);
}
