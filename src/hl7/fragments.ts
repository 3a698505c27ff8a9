import { mint } from '../base/mint.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

/** A message in parts of about so many bytes, cut between segments; a segment is never cut (chapter 2, 2.10.2). */
export function partsOf(message: Message, bytes: number): readonly Message[] {
  if (message.raw.length <= bytes) return [message];
  const bodies: string[][] = [[]];
  message.withSegments((segments) => {
    const [header = '', ...rest] = segments;
    let size = header.length;
    for (const segment of rest) {
      const last = bodies.at(-1) ?? [];
      if (last.length > 0 && size + segment.length > bytes) {
        bodies.push([segment]);
        size = header.length + segment.length;
      } else {
        last.push(segment);
        size += segment.length + 1;
      }
    }
    return segments;
  });
  return bodies.map((body, n) => part(message, body, n, bodies.length));
}

function part(whole: Message, body: readonly string[], n: number, count: number): Message {
  const pointer = (k: number): string => mint('P', 12, whole.controlId, k);
  const continued = n < count - 1 ? [['DSC', pointer(n + 1), 'F'].join(whole.delimiters.field)] : [];
  const own = whole.withSegments(([header = '']) => [header, ...body, ...continued]);
  return n === 0 ? own : own.with('MSH-10', mint('F', 13, whole.controlId, n)).with('MSH-14', pointer(n));
}

/** `whole`: it is no part. `part`: more is to come. `last`: the message that all parts make. `astray`: the one before is missing. */
export type PartVerdict =
  | { readonly kind: 'whole' | 'part' | 'astray' }
  | { readonly kind: 'last'; readonly joined: Message };

/** Messages of which some parts have come. */
export class Joinery {
  readonly #begun = new Map<string, Message>();

  take(message: Message): PartVerdict {
    const [from, to] = [message.get('MSH-14') ?? '', message.get('DSC-1') ?? ''];
    if (from === '' && to === '') return { kind: 'whole' };
    const before = from === '' ? undefined : this.#begun.get(from);
    if (from !== '' && before === undefined) return { kind: 'astray' };
    this.#begun.delete(from);
    const joined = before ? join(before, message) : message;
    if (to === '') return { kind: 'last', joined };
    this.#begun.set(
      to,
      joined.withSegments((lines) => lines.filter((line) => !line.startsWith('DSC'))),
    );
    return { kind: 'part' };
  }

  /** Gives up what was begun with this pointer; true where it never went on. */
  discard(pointer: string): boolean {
    return this.#begun.delete(pointer);
  }
}

function join(before: Message, message: Message): Message {
  const body: string[] = [];
  message.withSegments((lines) => {
    body.push(...lines.slice(1));
    return lines;
  });
  const joined = before.withSegments((lines) => [...lines, ...body]).serialize();
  const parsed = parseMessage(joined);
  return parsed.kind === 'message' ? parsed.message : before;
}
