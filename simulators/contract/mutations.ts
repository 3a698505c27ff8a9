import type { Rng } from '../../src/base/rng.js';
import type { Message } from '../../src/hl7/message.js';
import { parseMessage } from '../../src/hl7/parse.js';

type Lines = readonly string[];
type Mutation = (lines: Lines, random: Rng) => Lines;

/** Ways in which a message goes wrong; MSH stays where it is, or there would be nothing to answer. */
const MUTATIONS: readonly Mutation[] = [
  (lines, random) => lines.toSpliced(place(lines, random), 1),
  (lines, random) => {
    const at = place(lines, random);
    return lines.toSpliced(at, 0, lines[at] ?? '');
  },
  (lines, random) => {
    const at = place(lines, random);
    const other = place(lines, random);
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
  },
  (lines, random) => changeField(lines, random, () => ''),
  (lines, random) => changeField(lines, random, () => '""'),
  (lines, random) => changeField(lines, random, (field) => `${field}~${field}`),
  (lines, random) => changeField(lines, random, (field) => field.replaceAll('^', '&')),
  (lines, random) => changeField(lines, random, () => random.pick(ODDITIES)),
  (lines, random) => [...lines, random.pick(['ZZZ|1', 'OBX', 'ORC|XX', 'NTE|1||~~~', 'OBR|1|^^^|&&&'])],
];

const ODDITIES = [
  '^^^^',
  '&&',
  '~~~',
  '\\',
  '\\X0D\\',
  '\\.br\\',
  '99999999999999',
  '-1',
  '20260231',
  'NaN',
  'é',
  'あ',
  ' ',
  'A'.repeat(300),
];

/** The message with one to three things wrong; the same numbers give the same damage. */
export function mutated(message: Message, random: Rng): Message | undefined {
  let lines: Lines = message.segments.map((segment) => segment.rawText() ?? '');
  for (let times = random.integer(1, 3); times > 0 && lines.length > 1; times--) {
    lines = random.pick(MUTATIONS)(lines, random);
  }
  const parsed = parseMessage(Buffer.from(`${lines.join('\r')}\r`, 'utf8'));
  return parsed.kind === 'message' ? parsed.message : undefined;
}

/** Index of any line but the first. */
function place(lines: Lines, random: Rng): number {
  return Math.min(lines.length - 1, random.integer(1, Math.max(1, lines.length - 1)));
}

/** One field of one segment; in MSH only those after the delimiters. */
function changeField(lines: Lines, random: Rng, change: (field: string) => string): Lines {
  const at = random.integer(0, lines.length - 1);
  const fields = (lines[at] ?? '').split('|');
  const first = at === 0 ? 2 : 1;
  if (fields.length <= first) return lines;
  const field = random.integer(first, fields.length - 1);
  return lines.with(at, fields.with(field, change(fields[field] ?? '')).join('|'));
}
