import type { Rng } from '../base/rng.js';

const AREA_CODES = [206, 312, 404, 512, 617, 702, 816, 919];

/** A telephone number as TN asks; 555-0100 to 555-0199 belong to nobody. */
export function phoneNumber(random: Rng): string {
  return `(${random.pick(AREA_CODES)})555-01${String(random.integer(0, 99)).padStart(2, '0')}`;
}
