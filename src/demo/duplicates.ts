import { createHash } from 'node:crypto';
import type { Header } from './header.js';

/** Which messages were accepted: by sender (MSH-3 and MSH-4) and control id, with a digest of the bytes. */
export class Duplicates {
  readonly #digests = new Map<string, string>();

  /** `same`: these very bytes were accepted before. `reused`: another message was accepted under this id. */
  find(header: Header, raw: Buffer): 'new' | 'same' | 'reused' {
    const known = this.#digests.get(keyOf(header));
    if (known === undefined) return 'new';
    return known === digest(raw) ? 'same' : 'reused';
  }

  remember(header: Header, raw: Buffer): void {
    this.#digests.set(keyOf(header), digest(raw));
  }
}

function keyOf(header: Header): string {
  return [header.field(3), header.field(4), header.field(10)].join(header.separator);
}

function digest(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('base64');
}
