import type { Header } from './header.js';
import { readHeader } from './header.js';

/** So many messages may be begun and not ended; the one that has waited longest is given up for one more. */
const MOST_BEGUN = 1_000;

/**
 * A message in parts (chapter 2, 2.10.2): DSC-1 of a part is MSH-14 of the next. `whole`: it is no part. `part`: there is more to
 * come. `last`: the joined message. `astray`: a part without the one before it.
 */
export type FragmentStep =
  | { readonly kind: 'whole' | 'part' | 'astray' }
  | { readonly kind: 'last'; readonly joined: Buffer; readonly first: Header };

/** The beginnings of messages that go on in another part, by their sender (MSH-3 and MSH-4) and the pointer. */
export class Fragments {
  readonly #begun = new Map<string, Buffer>();

  /** Says what a message is. */
  step(header: Header, raw: Buffer): FragmentStep {
    const from = header.field(14);
    const isOpen = pointerOf(raw, header.separator) !== '';
    if (from === '') return { kind: isOpen ? 'part' : 'whole' };
    const before = this.#begun.get(keyOf(header, from));
    if (before === undefined) return { kind: 'astray' };
    if (isOpen) return { kind: 'part' };
    const joined = Buffer.concat([before, withoutHeader(raw)]);
    const first = readHeader(joined);
    return first ? { kind: 'last', joined, first } : { kind: 'astray' };
  }

  /** The part is kept; or, where it is the last, its beginning is not needed any more. */
  accept(header: Header, raw: Buffer): void {
    const from = header.field(14);
    const to = pointerOf(raw, header.separator);
    const before = from === '' ? undefined : this.#begun.get(keyOf(header, from));
    if (from !== '') this.#begun.delete(keyOf(header, from));
    if (to === '') return;
    const [oldest] = this.#begun.keys();
    if (this.#begun.size >= MOST_BEGUN && oldest !== undefined) this.#begun.delete(oldest);
    const part = before ? Buffer.concat([before, withoutHeader(raw)]) : raw;
    this.#begun.set(keyOf(header, to), withoutContinuation(part, header.separator));
  }
}

/** DSC-1, the pointer to the next part; empty where there is none. */
function pointerOf(raw: Buffer, separator: string): string {
  const line = lines(raw).find((text) => text.startsWith(`DSC${separator}`));
  return line?.split(separator)[1] ?? '';
}

function withoutContinuation(raw: Buffer, separator: string): Buffer {
  return joined(lines(raw).filter((line) => !line.startsWith(`DSC${separator}`)));
}

function withoutHeader(raw: Buffer): Buffer {
  return joined(lines(raw).slice(1));
}

function lines(raw: Buffer): readonly string[] {
  return raw
    .toString('latin1')
    .split(/[\r\n]+/)
    .filter((line) => line !== '');
}

function joined(parts: readonly string[]): Buffer {
  return Buffer.from(parts.map((line) => `${line}\r`).join(''), 'latin1');
}

function keyOf(header: Header, pointer: string): string {
  return [header.field(3), header.field(4), pointer].join(header.separator);
}
