import { hashKey } from '../../src/base/rng.js';
import type { Message } from '../../src/hl7/message.js';

/** A message that was answered, so that its duplicate is answered again without a second effect. */
export interface Seen {
  readonly id: string;
  /** Hash of what follows MSH. */
  readonly body: string;
  readonly reply: Message;
  readonly times: number;
  /** Nothing was done about it, so that it may be sent again when the reason is gone. */
  readonly refused: boolean;
}

/** Duplicates come soon; older messages of one patient are forgotten. */
const KEPT = 100;

export type Recurrence = { readonly kind: 'first' } | { readonly kind: 'duplicate' | 'reused-id'; readonly seen: Seen };

export function recurrence(seen: readonly Seen[], message: Message): Recurrence {
  const found = seen.find(({ id }) => id === identityOf(message));
  if (found === undefined || found.refused) return { kind: 'first' };
  return { kind: found.body === bodyOf(message) ? 'duplicate' : 'reused-id', seen: found };
}

export function remember(seen: readonly Seen[], message: Message, reply: Message, refused: boolean): readonly Seen[] {
  const id = identityOf(message);
  const times = (seen.find((entry) => entry.id === id)?.times ?? 0) + 1;
  const others = seen.filter((entry) => entry.id !== id).slice(1 - KEPT);
  return [...others, { id, body: bodyOf(message), reply, times, refused }];
}

/** How often the message came before. */
export function timesSeen(seen: readonly Seen[], message: Message): number {
  return seen.find(({ id }) => id === identityOf(message))?.times ?? 0;
}

function identityOf(message: Message): string {
  return `${message.get('MSH-3') ?? ''}|${message.get('MSH-4') ?? ''}|${message.controlId}`;
}

function bodyOf(message: Message): string {
  return hashKey(...message.segments.slice(1).map((segment) => segment.rawText() ?? '')).join('.');
}
