import type { Rng } from '../base/rng.js';

const DAY_MS = 86_400_000;

/** Completed years from a birth date (`YYYYMMDD`) to the UTC day of `at`; 0 in the first year of life. */
export function ageYears(birthDate: string, at: Date): number {
  const [year, month, day] = [birthDate.slice(0, 4), birthDate.slice(4, 6), birthDate.slice(6, 8)].map(Number);
  const before = (month ?? 1) * 100 + (day ?? 1) > (at.getUTCMonth() + 1) * 100 + at.getUTCDate();
  return Math.max(0, at.getUTCFullYear() - (year ?? 0) - (before ? 1 : 0));
}

/** A birth date, `YYYYMMDD`, of somebody who is `age` whole years old on the UTC day of `at`. */
export function birthDateFor(random: Rng, age: number, at: Date): string {
  const youngest = yearsBefore(at, age);
  const oldest = yearsBefore(at, age + 1) + DAY_MS;
  const days = Math.round((youngest - oldest) / DAY_MS);
  return dateText(new Date(oldest + random.integer(0, days) * DAY_MS));
}

/** `YYYYMMDD` of the UTC day. */
export function dateText(at: Date): string {
  return at.toISOString().slice(0, 10).replaceAll('-', '');
}

/** The same day `years` earlier; 28 February where that year has no 29 February. */
function yearsBefore(at: Date, years: number): number {
  const year = at.getUTCFullYear() - years;
  const lastOfMonth = new Date(Date.UTC(year, at.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(year, at.getUTCMonth(), Math.min(at.getUTCDate(), lastOfMonth));
}
