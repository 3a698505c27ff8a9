import { type Delimiters, STANDARD_DELIMITERS } from '../../src/hl7/delimiters.js';
import { escapeText, unescapeText } from '../../src/hl7/escape.js';
import type { Message } from '../../src/hl7/message.js';

/** Fields as another system sent them, by path, written with the standard delimiters. */
export type Echo = Readonly<Record<string, string>>;

/** What an answer or a result must repeat as it came: numbers with all their components, name, birth date, sex. */
export const PATIENT_ECHO = ['PID-3', 'PID-5', 'PID-7', 'PID-8', 'PID-18'] as const;
export const VISIT_ECHO = ['PV1-2', 'PV1-3', 'PV1-19'] as const;

/** Takes the fields out of a message; those that it leaves empty keep their earlier value, `""` removes it. */
export function readEcho(message: Message, paths: readonly string[], known: Echo = {}): Echo {
  const fields = { ...known };
  for (const path of paths) {
    const raw = message.rawText(path);
    if (raw === undefined || raw === '') continue;
    if (raw === '""') delete fields[path];
    else fields[path] = restate(raw, message.delimiters, STANDARD_DELIMITERS);
  }
  return fields;
}

/** Writes the fields over those of a message that has their segments. */
export function withEcho(message: Message, echo: Echo): Message {
  let echoed = message;
  for (const [path, raw] of Object.entries(echo)) {
    if (message.first(path.slice(0, 3)) === undefined) continue;
    echoed = echoed.withRaw(path, restate(raw, STANDARD_DELIMITERS, message.delimiters));
  }
  return echoed;
}

type Separator = 'repetition' | 'component' | 'subcomponent';
const LEVELS: readonly Separator[] = ['repetition', 'component', 'subcomponent'];

/** The same field content written with other delimiters. */
export function restate(raw: string, from: Delimiters, to: Delimiters): string {
  const same =
    LEVELS.every((level) => from[level] === to[level]) && from.escape === to.escape && from.field === to.field;
  return same ? raw : restateLevel(raw, from, to, 0);
}

function restateLevel(raw: string, from: Delimiters, to: Delimiters, depth: number): string {
  const level = LEVELS[depth];
  if (level === undefined) return escapeText(unescapeText(raw, from), to);
  return raw
    .split(from[level])
    .map((part) => restateLevel(part, from, to, depth + 1))
    .join(to[level]);
}
