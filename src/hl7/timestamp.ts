/** How much of a timestamp is stated. Fractions of a second have one to four digits. */
export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

/** A DTM/TS value as stated: what is absent is undefined. Months and days are 1-based. */
export interface Timestamp {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** The digits after the point, as sent. */
  readonly fraction?: string;
  /** Minutes east of UTC; absent where no zone was sent. */
  readonly offsetMinutes?: number;
  readonly precision: Precision;
  /** The instant at the beginning of what is stated. `defaultOffset` (minutes east of UTC, 0) serves where no zone was sent. */
  toDate(defaultOffset?: number): Date;
}

/** Chapter 2A, DTM: YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]. */
const FORM = /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.(\d{1,4}))?)?)?)?)?)?(?:([+-])(\d\d)(\d\d))?$/;
const PRECISIONS: readonly Precision[] = ['year', 'month', 'day', 'hour', 'minute', 'second'];
/** Zones in use reach from -12:00 to +14:00. */
const MAX_OFFSET = 14 * 60;

/** Reads a timestamp; undefined where the form is wrong or the day, hour or zone does not exist. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const numbers = match
    .slice(1, 7)
    .filter((part) => part !== undefined)
    .map(Number);
  const [year = 0, month, day, hour, minute, second] = numbers;
  const offset = offsetOf(match[8], match[9], match[10]);
  if (offset === null || !existsInCalendar(year, month, day)) return undefined;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const fraction = match[7];
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(fraction === undefined ? {} : { fraction }),
    ...(offset === undefined ? {} : { offsetMinutes: offset }),
    precision: fraction === undefined ? (PRECISIONS[numbers.length - 1] ?? 'year') : 'millisecond',
    toDate: (defaultOffset = 0) => instant(numbers, fraction, offset ?? defaultOffset),
  };
}

/**
 * `at` as DTM. `offsetMinutes` (east of UTC, 0) chooses the wall clock and is printed, except with precision 'day',
 * which DT fields take.
 */
export function formatTimestamp(
  at: Date,
  precision: 'day' | 'minute' | 'second' | 'millisecond' = 'second',
  offsetMinutes = 0,
): string {
  if (Number.isNaN(at.getTime())) throw new Error('cannot format an invalid Date as a timestamp');
  const digits = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().replace(/[-:TZ]/g, '');
  if (precision === 'day') return digits.slice(0, 8);
  return digits.slice(0, LENGTHS[precision]) + zone(offsetMinutes);
}

/** Characters of YYYYMMDDHHMMSS.SSS that a precision takes. */
const LENGTHS = { minute: 12, second: 14, millisecond: 18 } as const;

function zone(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return (offsetMinutes < 0 ? '-' : '+') + two(Math.floor(minutes / 60)) + two(minutes % 60);
}

/** undefined: no zone stated; null: a zone that does not exist. */
function offsetOf(sign: string | undefined, hours: string | undefined, minutes: string | undefined) {
  if (sign === undefined) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > MAX_OFFSET) return null;
  return sign === '-' && total !== 0 ? -total : total;
}

function existsInCalendar(year: number, month = 1, day = 1): boolean {
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function instant(numbers: readonly number[], fraction: string | undefined, offsetMinutes: number): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  const ms = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute - offsetMinutes, second, ms);
  return at;
}
