import { allExchanges } from '../src/evidence/all-exchanges.js';
import type { RunRecord } from '../src/evidence/run-record.js';
import type { Message } from '../src/hl7/message.js';
import { parseMessage } from '../src/hl7/parse.js';

/** Fields that hold what is known about a person, and which of their components do; none means all. */
const FIELDS: readonly (readonly [segment: string, field: number, components?: readonly number[]])[] = [
  ...[2, 3, 4, 18, 21].map((field) => ['PID', field, [1]] as const),
  ...[5, 6, 9].map((field) => ['PID', field, [1, 2, 3]] as const),
  ['PID', 11, [1, 2, 3, 5]],
  ...[13, 14].map((field) => ['PID', field, [1, 4, 6, 7, 12]] as const),
  ...[7, 19, 20, 23].map((field) => ['PID', field] as const),
  ...[1, 2, 3, 4, 5, 6].map((field) => ['MRG', field, [1]] as const),
  ['MRG', 7],
  ['PV1', 19, [1]],
  ...[2, 4, 5, 6].map((field) => ['NK1', field] as const),
  ...[3, 4, 5, 6, 7, 8, 12].map((field) => ['GT1', field] as const),
  ...[16, 18, 19, 36].map((field) => ['IN1', field] as const),
  ['OBX', 5],
  ['NTE', 3],
];

/** Shorter texts and small whole numbers are codes as well, and would be found everywhere. */
const TELLING = /^(?!\d{1,3}$).{3,}/su;

/**
 * A function that takes values of patients out of a text and puts their place there: `[PID-5]`. What belongs to a
 * patient is known from the messages of the run itself. Lines that are segments are left out whole.
 */
export function withoutPatientValues(run: RunRecord): (text: string) => string {
  if (run.manifest.showsPatientValues) return (text) => text;
  const known = new PatientValues();
  for (const { raw, accept, application } of allExchanges(run)) {
    for (const each of [raw, accept?.raw, application?.raw]) if (each) known.learn(each);
  }
  return known.cleaner();
}

/** What is known of patients from messages, for those who see a run while it goes on. */
export class PatientValues {
  readonly #places = new Map<string, string>();

  learn(raw: Buffer): void {
    const parsed = parseMessage(raw);
    if (parsed.kind === 'message') collect(parsed.message, this.#places);
  }

  /** A function as that of `withoutPatientValues`, for what is known by now. */
  cleaner(): (text: string) => string {
    return cleanerOf(this.#places);
  }
}

function cleanerOf(places: ReadonlyMap<string, string>): (text: string) => string {
  const values = [...places.keys()].sort((a, b) => b.length - a.length);
  const long = values.filter((value) => value.length > LONG);
  const patterns = patternsOf(values.slice(long.length));
  const place = (value: string): string => `[${places.get(value) ?? 'patient'}]`;
  return (text) => {
    const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(SEGMENT, '$1[segment]'));
    const short = long.reduce((whole, value) => whole.replaceAll(value, () => place(value)), lines.join('\n'));
    return patterns.reduce((whole, pattern) => whole.replace(pattern, place), short);
  };
}

/** Characters from which on a value is a text or a document: it is looked for as it stands. */
const LONG = 200;
/** Values in one pattern: a regular expression has a limit, and a run may know any number of patients. */
const TOGETHER = 500;

/** The values as whole words, in their order. */
function patternsOf(values: readonly string[]): readonly RegExp[] {
  const count = Math.ceil(values.length / TOGETHER);
  return Array.from({ length: count }, (_, n) => {
    const some = values.slice(n * TOGETHER, (n + 1) * TOGETHER).map(escapePattern);
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${some.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  });
}

/** From a segment name with its separator to the end of the line. */
const SEGMENT = /(^|[^\p{L}\p{N}])[A-Z][A-Z0-9]{2}\|.*$/u;

function collect(message: Message, places: Map<string, string>): void {
  for (const [name, field, components] of FIELDS) {
    for (const segment of message.all(name)) {
      const text = segment.rawText(String(field));
      if (text === undefined) continue;
      const { repetition, component, subcomponent } = message.delimiters;
      for (const part of text.split(repetition).flatMap((each) => chosen(each.split(component), components))) {
        for (const value of [part, ...part.split(subcomponent)]) {
          if (TELLING.test(value)) places.set(value, `${name}-${field}`);
        }
      }
    }
  }
}

function chosen(parts: readonly string[], components: readonly number[] | undefined): readonly string[] {
  return components === undefined ? parts : components.map((component) => parts[component - 1] ?? '');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
