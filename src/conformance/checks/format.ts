import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import { rawValue } from '../instance/value.js';
import type { Mode } from '../mode.js';
import type { ElementPlan } from '../plan/plan.js';
import type { ValueForm } from '../plan/value-form.js';
import type { FindingCode } from '../report/finding-codes.js';
import { isCalendarDay, isNistDay } from './calendar.js';

/** One form of value: what it looks like, and in words. */
export interface Form {
  readonly code: FindingCode;
  readonly pattern: RegExp;
  readonly words: string;
  readonly hasDay?: boolean;
}

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const HOUR = '(?:[01]\\d|2[0-3])';
const SIXTY = '[0-5]\\d';
const FRACTION = '(?:\\.\\d{1,4})?';
const ZONE = `(?:[+-]${HOUR}${SIXTY})?`;
const SECONDS = `(?:${SIXTY}${FRACTION})?`;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const DATE = new RegExp(`^\\d{4}(?:${MONTH}${DAY}?)?$`);
const TIME = new RegExp(`^${HOUR}(?:${SIXTY}${SECONDS})?${ZONE}$`);
const TIMESTAMP = new RegExp(`^\\d{4}(?:${MONTH}(?:${DAY}(?:${HOUR}(?:${SIXTY}${SECONDS})?)?)?)?${ZONE}$`);
const TIME_WITH_MINUTES = new RegExp(`^${HOUR}${SIXTY}${SECONDS}${ZONE}$`);
const TIMESTAMP_WITH_MINUTES = new RegExp(`^\\d{4}(?:${MONTH}(?:${DAY}(?:${HOUR}${SIXTY}${SECONDS})?)?)?${ZONE}$`);
const TIMESTAMP_WITH_DAY = new RegExp(`^\\d{4}${MONTH}${DAY}(?:${HOUR}${SIXTY}${SECONDS})?${ZONE}$`);
const WHOLE_DATE = new RegExp(`^\\d{4}${MONTH}${DAY}$`);
const TELEPHONE = /^(?:\d{1,3} ?)?(?:\(\d{1,5}\) ?)?\d{3}-?\d{4}(?:X\d{1,5})?(?:B\d{1,5})?(?:C.*)?$/;

const TIMESTAMP_WORDS = 'YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]';

/** As this version of the standard has them. */
const FORMS: Partial<Readonly<Record<ValueForm, Form>>> = {
  number: { code: 'format-number', pattern: NUMBER, words: '[+/-]digits[.digits]' },
  'sequence-id': { code: 'format-sequence-id', pattern: /^\d+$/, words: 'digits' },
  date: { code: 'format-date', pattern: DATE, words: 'YYYY[MM[DD]]', hasDay: true },
  'whole-date': { code: 'format-date', pattern: WHOLE_DATE, words: 'YYYYMMDD', hasDay: true },
  time: { code: 'format-time', pattern: TIME, words: 'HH[MM[SS[.S[S[S[S]]]]]][+/-ZZZZ]' },
  'time-with-minutes': { code: 'format-time', pattern: TIME_WITH_MINUTES, words: 'HHMM[SS[.S[S[S[S]]]]][+/-ZZZZ]' },
  timestamp: { code: 'format-timestamp', pattern: TIMESTAMP, words: TIMESTAMP_WORDS, hasDay: true },
  'time-stamp-text': { code: 'format-timestamp', pattern: TIMESTAMP, words: TIMESTAMP_WORDS, hasDay: true },
  'timestamp-with-minutes': {
    code: 'format-timestamp',
    pattern: TIMESTAMP_WITH_MINUTES,
    words: 'YYYY[MM[DD[HHMM[SS[.S[S[S[S]]]]]]]][+/-ZZZZ]',
    hasDay: true,
  },
  'timestamp-with-day': {
    code: 'format-timestamp',
    pattern: TIMESTAMP_WITH_DAY,
    words: 'YYYYMMDD[HHMM[SS[.S[S[S[S]]]]]][+/-ZZZZ]',
    hasDay: true,
  },
  telephone: {
    code: 'format-telephone',
    pattern: TELEPHONE,
    words: '[NN] [(999)]999-9999[X99999][B99999][C any text]',
  },
};

const NUMBER_AS_NIST: Form = { code: 'format-number', pattern: NUMBER, words: '[+/-]digits[.digits]' };

/** As the reference has them, whatever the version. */
const NIST_FORMS: Partial<Readonly<Record<ValueForm, Form>>> = {
  number: NUMBER_AS_NIST,
  'sequence-id': NUMBER_AS_NIST,
  ...only(['date', 'whole-date'], { code: 'format-date', pattern: DATE, words: 'YYYY[MM[DD]]', hasDay: true }),
  ...only(['time', 'time-with-minutes'], {
    code: 'format-time',
    pattern: TIME,
    words: 'HH[MM[SS[.S[S[S[S]]]]]][+/-ZZZZ]',
  }),
  ...only(['timestamp', 'timestamp-with-minutes', 'timestamp-with-day'], {
    code: 'format-timestamp',
    pattern: TIMESTAMP,
    words: TIMESTAMP_WORDS,
    hasDay: true,
  }),
};

function only(names: readonly ValueForm[], form: Form): Partial<Record<ValueForm, Form>> {
  return Object.fromEntries(names.map((name) => [name, form]));
}

/** Which form the mode knows by this name; undefined where any text is right, in which delimiters are looked for. */
export function formFor({ quirks }: Mode, name: ValueForm): Form | undefined {
  return (quirks.fewFormats ? NIST_FORMS : FORMS)[name];
}

/** The value of a primitive element has the form of its data type. */
export function checkFormat(x: Examination, node: number, element: ElementPlan, form: Form): void {
  const value = rawValue(x.tree, node);
  if (isOfForm(x, value, form)) return;
  x.report.add({
    code: form.code,
    place: placeOf(x.tree, node),
    message: `${element.name} is not of the form ${form.words}${form.hasDay === true ? ', or its day does not exist' : ''}`,
    expected: form.words,
    actual: value,
    rule: element.requirement,
  });
}

function isOfForm({ mode }: Examination, value: string, { pattern, hasDay }: Form): boolean {
  const isDay = mode.quirks.leapYearByFour ? isNistDay : isCalendarDay;
  return pattern.test(value) && (hasDay !== true || isDay(value.slice(0, 8)));
}

/** The code that tells that the value is not of the form of its data type; undefined where it is, or may be any text. */
export function formFault(x: Examination, node: number): FindingCode | undefined {
  const definition = x.tree.plan.definitions[x.tree.definition[node] ?? NONE];
  if (definition?.kind !== 'datatype' || definition.of !== 'primitive' || definition.form === undefined)
    return undefined;
  const form = formFor(x.mode, definition.form);
  return form === undefined || isOfForm(x, rawValue(x.tree, node), form) ? undefined : form.code;
}
