import type { Message } from './message.js';
import type { Segment } from './segment.js';
import { versionAtLeast } from './version.js';

/** One error of an acknowledgment: an ERR segment from 2.5, one repetition of ERR-1 before. */
export interface AcknowledgmentError {
  /** Segment, its 1-based sequence among those of its name, and the 1-based place in it (ERL). */
  readonly location?: ErrorLocation;
  /** Table 0357. */
  readonly code: string;
  /** Table 0516; E where not stated. Not sent before 2.5. */
  readonly severity?: 'E' | 'W' | 'I';
  /** ERR-8, for a person. Before 2.5 it stands in for MSA-3. */
  readonly userMessage?: string;
  /** ERR-7, for a programmer. */
  readonly diagnostic?: string;
}

export interface ErrorLocation {
  readonly segment: string;
  readonly sequence?: number;
  readonly field?: number;
  readonly repetition?: number;
  readonly component?: number;
  readonly subcomponent?: number;
}

/** Table 0357, message error condition codes. */
export const ERROR_TEXTS: Readonly<Record<string, string>> = {
  '0': 'Message accepted',
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '104': 'Value too long',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '206': 'Application record locked',
  '207': 'Application internal error',
};

/** Puts text into an element: escaped, in the character set of the acknowledgment, one character a byte. */
export type Put = (text: string) => string;

/** The ERR segments for `errors`: from 2.5 one each, before that one with ERR-1 repeating. */
export function errorLines(
  errors: readonly AcknowledgmentError[],
  version: string,
  separators: {
    readonly field: string;
    readonly component: string;
    readonly repetition: string;
    readonly subcomponent: string;
  },
  put: Put,
): readonly string[] {
  if (errors.length === 0) return [];
  const { field, component, repetition, subcomponent } = separators;
  if (versionAtLeast(version, '2.5')) {
    return errors.map((error) => trimmed(modernFields(error, component, put), field));
  }
  const eld = errors.map((error) => {
    const { segment = '', sequence = 1, field: position } = error.location ?? {};
    const code = trimmed(coded(error.code, version, put), subcomponent);
    return [put(segment), segment === '' ? '' : sequence, position ?? '', code].join(component);
  });
  return [['ERR', eld.join(repetition)].join(field)];
}

function modernFields(error: AcknowledgmentError, component: string, put: Put): readonly string[] {
  const code = trimmed(coded(error.code, '2.5', put), component);
  const texts = [error.diagnostic, error.userMessage].map((text) => put(text ?? ''));
  return ['ERR', '', trimmed(erl(error.location, put), component), code, error.severity ?? 'E', '', '', ...texts];
}

function erl(location: ErrorLocation | undefined, put: Put): readonly string[] {
  if (location === undefined) return [];
  const { segment, sequence = 1, field, repetition, component, subcomponent } = location;
  const needsRepetition = repetition ?? (component === undefined ? undefined : 1);
  const counts = [sequence, field, needsRepetition, component, subcomponent];
  return [put(segment), ...counts.map((count) => (count === undefined ? '' : String(count)))];
}

/** Code, text and coding system; the table has a number from 2.3.1. */
function coded(code: string, version: string, put: Put): readonly string[] {
  const text = Object.hasOwn(ERROR_TEXTS, code) ? ERROR_TEXTS[code] : undefined;
  if (text === undefined) return [put(code)];
  return [put(code), text, versionAtLeast(version, '2.3.1') ? 'HL70357' : ''];
}

function trimmed(parts: readonly string[], separator: string): string {
  let last = parts.length;
  while (last > 0 && parts[last - 1] === '') last--;
  return parts.slice(0, last).join(separator);
}

/** The errors of all ERR segments, in whichever form each is written. ERR-2 may repeat: one error a location. */
export function readErrors(message: Message): readonly AcknowledgmentError[] {
  return message.all('ERR').flatMap((segment) => (isModern(segment) ? readModern(segment) : readEld(segment)));
}

function isModern(segment: Segment): boolean {
  return ['2', '3', '4'].some((field) => segment.get(field) !== undefined);
}

function isSeverity(text: string | undefined): text is 'E' | 'W' | 'I' {
  return text === 'E' || text === 'W' || text === 'I';
}

function readModern(segment: Segment): readonly AcknowledgmentError[] {
  const severity = segment.get('4');
  const userMessage = segment.get('8');
  const diagnostic = segment.get('7');
  const shared = {
    code: segment.get('3.1') ?? '',
    ...(isSeverity(severity) ? { severity } : {}),
    ...(userMessage === undefined ? {} : { userMessage }),
    ...(diagnostic === undefined ? {} : { diagnostic }),
  };
  const places = Array.from({ length: segment.repetitions(2) }, (_, at) =>
    locationAt(segment, `2[${at + 1}]`, ERL_PARTS),
  );
  const located = places.filter((place) => place !== undefined).map((location) => ({ ...shared, location }));
  return located.length === 0 ? [shared] : located;
}

function readEld(segment: Segment): readonly AcknowledgmentError[] {
  return Array.from({ length: segment.repetitions(1) }, (_, at) => {
    const path = `1[${at + 1}]`;
    const location = locationAt(segment, path, ELD_PARTS);
    return { code: segment.get(`${path}.4`) ?? '', ...(location === undefined ? {} : { location }) };
  });
}

const ERL_PARTS = ['sequence', 'field', 'repetition', 'component', 'subcomponent'] as const;
/** ELD has the code in its fourth component. */
const ELD_PARTS = ['sequence', 'field'] as const;

function locationAt(
  segment: Segment,
  path: string,
  parts: readonly (typeof ERL_PARTS)[number][],
): ErrorLocation | undefined {
  const name = segment.get(`${path}.1`);
  if (name === undefined) return undefined;
  const counts = parts.map((part, at) => [part, Number(segment.get(`${path}.${at + 2}`))] as const);
  return { segment: name, ...Object.fromEntries(counts.filter(([, count]) => count > 0)) };
}
