import { wallClock } from '../base/clock.js';
import type { Header } from './header.js';
import { errorText, type Location, type Problem } from './problem.js';

export interface Verdict {
  readonly code: 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';
  readonly problems: readonly Problem[];
  /** MSA-4: the number of the message, or the one that is expected. */
  readonly sequence?: number;
}

/** MSH-3 and MSH-4 of all that the engine says for itself. */
export const APPLICATION = 'DEMO-ENGINE';
export const FACILITY = 'PIPEHAT';

/** ERR segments in one acknowledgment; a hostile message could earn a million. */
const MOST_ERRORS = 20;

/** Makes the ids of acknowledgments: unique over restarts, since each begins at another millisecond; 20 characters at most. */
export function acknowledgmentIds(): () => string {
  const start = wallClock().getTime().toString(36).toUpperCase();
  let count = 0;
  return () => `D${start}-${(++count).toString(36).toUpperCase()}`;
}

/**
 * The acknowledgment of the message with this header, in its delimiters and its character set. Values of the trigger are
 * carried over as bytes: MSH-3/4 whole into MSH-5/6, MSH-10 into MSA-2.
 * `asks` is MSH-15 of an acknowledgment that is a message of its own; MSH-16 is NE then.
 */
export function acknowledgment(trigger: Header, verdict: Verdict, id: string, asks = ''): Buffer {
  const segments = [header(trigger, id, asks), msa(trigger, verdict), ...errors(trigger, verdict.problems)];
  return Buffer.from(segments.map((fields) => `${fields.join(trigger.separator)}\r`).join(''), 'latin1');
}

/** A version that is not HL7's cannot be answered in itself. */
function version(trigger: Header): string {
  return /^2(\.\d){1,2}$/.test(trigger.component(12, 1)) ? trigger.field(12) : '2.5.1';
}

/** True where the version has ERR-2 to ERR-8, that is from 2.5 on. */
function locatesErrors(trigger: Header): boolean {
  return Number(version(trigger).slice(2, 3)) >= 5;
}

function header(trigger: Header, id: string, asks: string): readonly string[] {
  const fields = [
    'MSH',
    trigger.encoding,
    APPLICATION,
    FACILITY,
    trigger.field(3),
    trigger.field(4),
    timestamp(wallClock()),
    '',
    messageType(trigger),
    id,
    trigger.field(11),
    version(trigger),
  ];
  const charset = trigger.field(18);
  const tail = ['', '', asks, asks && 'NE', '', charset];
  return [...fields, ...tail.slice(0, tail.findLastIndex((field) => field !== '') + 1)];
}

/** `YYYYMMDDHHMMSS.SSS+0000`. */
function timestamp(at: Date): string {
  return `${at.toISOString().replace(/[-:TZ]/g, '')}+0000`;
}

/** Plain ACK up to 2.3, with the event in 2.3.1, with the structure from 2.4. */
function messageType(trigger: Header): string {
  const of = version(trigger);
  const event = acknowledgmentEvent(trigger.component(9, 2));
  const split = trigger.encoding[0] ?? '^';
  if (event === '' || /^2\.[123]$/.test(of)) return 'ACK';
  return of.startsWith('2.3.1') ? `ACK${split}${event}` : `ACK${split}${event}${split}ACK`;
}

/** Point-of-care results have an event of their own for the acknowledgment. */
function acknowledgmentEvent(event: string): string {
  return /^R3[012]$/.test(event) ? 'R33' : event;
}

function msa(trigger: Header, { code, problems, sequence }: Verdict): readonly string[] {
  const fields = ['MSA', code, trigger.field(10)];
  const [first] = problems;
  const text = first === undefined || locatesErrors(trigger) ? '' : plain(first.text);
  if (sequence !== undefined) return [...fields, text, `${sequence}`];
  return text === '' ? fields : [...fields, text];
}

function errors(trigger: Header, problems: readonly Problem[]): readonly (readonly string[])[] {
  const some = problems.slice(0, MOST_ERRORS);
  if (some.length === 0) return [];
  const [component = '^', repetition = '~', , subcomponent = '&'] = trigger.encoding;
  if (locatesErrors(trigger)) return some.map((problem) => located(problem, component));
  // To 2.4 there is one ERR, whose first field repeats: segment, sequence, field, code.
  const each = some.map(({ at, code }) => {
    const reason = [code, errorText(code), 'HL70357'].join(subcomponent);
    return [at?.segment ?? '', at?.sequence ?? '', at?.field ?? '', reason].join(component);
  });
  return [['ERR', each.join(repetition)]];
}

function located({ code, at, text }: Problem, component: string): readonly string[] {
  const reason = [code, errorText(code), 'HL70357'].join(component);
  return ['ERR', '', at ? place(at).join(component) : '', reason, 'E', '', '', '', plain(text)];
}

/** ERL without the positions that are not meant: the repetition is given where a component needs it or it is not the first. */
function place(at: Location): readonly string[] {
  const { segment, sequence, field, repetition = 1, component } = at;
  if (field === undefined) return [segment, `${sequence}`];
  if (component !== undefined) return [segment, `${sequence}`, `${field}`, `${repetition}`, `${component}`];
  return [segment, `${sequence}`, `${field}`, ...(repetition > 1 ? [`${repetition}`] : [])];
}

/** Our own texts use no letter, digit or sign that is a delimiter in practice; whatever else is one becomes a blank. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9 .,()'-]/g, ' ');
}
