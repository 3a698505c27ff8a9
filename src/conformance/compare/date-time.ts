import { isCalendarDay, isNistDay } from '../checks/calendar.js';

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const HOUR = '(?:[01]\\d|2[0-3])';
const SIXTY = '[0-5]\\d';
const ZONE = `(?:[+-]${HOUR}${SIXTY})?`;
const CLOCK = `${HOUR}(?:${SIXTY}(?:${SIXTY}(?:\\.\\d{1,4})?)?)?`;

const DATE = new RegExp(`^\\d{4}(?:${MONTH}${DAY}?)?$`);
const TIME = new RegExp(`^${CLOCK}${ZONE}$`);
const DATE_TIME = new RegExp(`^\\d{4}(?:${MONTH}(?:${DAY}(?:${CLOCK})?)?)?${ZONE}$`);

export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text);
}

/** `+0100`; '' where the text has none. */
export function zoneOf(text: string): string {
  return text.slice(clockEnd(text));
}

/** What comparisons of times depend on besides the texts. */
export interface TimeRules {
  /** The zone of what has none of its own; undefined where the message does not say. */
  readonly zone: string | undefined;
  readonly truncated: boolean;
  /**
   * As the reference does: the digits of a fraction, filled up to four, count as milliseconds; a zone does not carry over the
   * end of a month; every fourth year is a leap year.
   */
  readonly faulty: boolean;
}

/** Dates, `YYYY[MM[DD]]`: negative, 0 or positive; what is less precise is less. Undefined where one is none. */
export function compareDates(left: string, right: string, { truncated, faulty }: TimeRules): number | undefined {
  if (!DATE.test(left) || !DATE.test(right) || !isDay(left, faulty) || !isDay(right, faulty)) return undefined;
  const length = truncated ? Math.min(left.length, right.length) : 8;
  return compareTexts(left.slice(0, length), right.slice(0, length));
}

/** Times of a day; undefined where one is none, or only one of the two has a zone. */
export function compareTimes(left: string, right: string, rules: TimeRules): number | undefined {
  if (!TIME.test(left) || !TIME.test(right)) return undefined;
  const zones = zonesOf(left, right, rules);
  if (zones === undefined) return undefined;
  const [a, b] = clocksOf(left, right, rules);
  return millisecondsOfDay(a, rules) - offset(zones[0]) - (millisecondsOfDay(b, rules) - offset(zones[1]));
}

/** Instants, `YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]`; undefined where one is none, or only one has a zone. */
export function compareDateTimes(left: string, right: string, rules: TimeRules): number | undefined {
  const { faulty } = rules;
  if (!DATE_TIME.test(left) || !DATE_TIME.test(right) || !isDay(left, faulty) || !isDay(right, faulty))
    return undefined;
  const zones = zonesOf(left, right, rules);
  if (zones === undefined) return undefined;
  const [a, b] = clocksOf(left, right, rules);
  if (!faulty && a.length > 8 && b.length > 8) return instant(a, zones[0], rules) - instant(b, zones[1], rules);
  const months = compareTexts(a.slice(0, 6), b.slice(0, 6));
  return months === 0 ? withinMonth(a, zones[0], rules) - withinMonth(b, zones[1], rules) : months;
}

function isDay(text: string, faulty: boolean): boolean {
  return faulty ? isNistDay(text.slice(0, 8)) : isCalendarDay(text);
}

function zonesOf(left: string, right: string, { zone }: TimeRules): readonly [string, string] | undefined {
  const a = zoneOf(left) || zone;
  const b = zoneOf(right) || zone;
  if (a === undefined && b === undefined) return ['+0000', '+0000'];
  return a === undefined || b === undefined ? undefined : [a, b];
}

/** The texts before their zones, cut to the shorter one where they shall be. */
function clocksOf(left: string, right: string, { truncated }: TimeRules): readonly [string, string] {
  const a = left.slice(0, clockEnd(left));
  const b = right.slice(0, clockEnd(right));
  const length = truncated ? Math.min(a.length, b.length) : Math.max(a.length, b.length);
  return [a.slice(0, length), b.slice(0, length)];
}

function clockEnd(text: string): number {
  const at = text.search(/[+-]/);
  return at === -1 ? text.length : at;
}

const MINUTE = 60_000;
const DAY_LENGTH = 24 * 60 * MINUTE;

function offset(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/** `HH[MM[SS[.S[S[S[S]]]]]]`, of a cut text also with a lone point. */
function millisecondsOfDay(clock: string, { faulty }: TimeRules): number {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2, 4));
  const fraction = Number(clock.slice(7).padEnd(4, '0'));
  return minutes * MINUTE + Number(clock.slice(4, 6)) * 1000 + (faulty ? fraction : fraction / 10);
}

/** Day and time within the month; a date without a time has no zone. */
function withinMonth(dateTime: string, zone: string, rules: TimeRules): number {
  const clock = dateTime.slice(8);
  const days = Number(dateTime.slice(6, 8)) * DAY_LENGTH;
  return clock === '' ? days : days + millisecondsOfDay(clock, rules) - offset(zone);
}

function instant(dateTime: string, zone: string, rules: TimeRules): number {
  const day = Date.UTC(Number(dateTime.slice(0, 4)), Number(dateTime.slice(4, 6)) - 1, Number(dateTime.slice(6, 8)));
  return day + millisecondsOfDay(dateTime.slice(8), rules) - offset(zone);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
