import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';

/**
 * Where a message differs from what was sent, behind MSH: `PID[1]-5`; `NK1` where a segment is gone or new. `changes`: fields
 * (`PID-3`) or segments that are to be changed. Empty where one of the two is no message.
 */
export function differingFields(sent: Buffer, got: Buffer, changes: readonly string[]): readonly string[] {
  const [before, after] = [parseMessage(sent), parseMessage(got)];
  if (before.kind === 'malformed' || after.kind === 'malformed') return [];
  const names = [...new Set([...namesOf(before.message), ...namesOf(after.message)])];
  return names
    .filter((name) => name !== 'MSH' && !changes.includes(name))
    .flatMap((name) => ofSegment(name, before.message, after.message))
    .filter((path) => !changes.includes(path.replace(/\[\d+\]/, '')));
}

function namesOf(message: Message): readonly string[] {
  return message.segments.map(({ name }) => name);
}

function ofSegment(name: string, before: Message, after: Message): readonly string[] {
  const [sent, got] = [before.all(name), after.all(name)];
  if (sent.length !== got.length) return [name];
  return sent.flatMap((segment, n) => {
    const other = got[n];
    if (other === undefined || segment.rawText() === other.rawText()) return [];
    const fields = Math.max(segment.fieldCount, other.fieldCount);
    const numbers = Array.from({ length: fields }, (_, field) => field + 1);
    return numbers.flatMap((field) =>
      wholeField(segment, field) === wholeField(other, field) ? [] : [`${name}[${n + 1}]-${field}`],
    );
  });
}

/** With all its repetitions. */
function wholeField(segment: ReturnType<Message['all']>[number], field: number): string {
  const count = Math.max(1, segment.repetitions(field));
  return Array.from({ length: count }, (_, n) => segment.rawText(`${field}[${n + 1}]`) ?? '').join('~');
}
