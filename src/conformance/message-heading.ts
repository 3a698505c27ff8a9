import type { Message } from '../hl7/message.js';

/** What a message says of itself in MSH; '' where it says nothing. */
export interface MessageHeading {
  /** MSH-9: `ADT`, `A01`, `ADT_A01`. */
  readonly code: string;
  readonly event: string;
  readonly structure: string;
  /** MSH-12.1. */
  readonly version: string;
  /** MSH-21: each repetition as sent, and its first component. */
  readonly identifiers: readonly string[];
}

export function headingOf(message: Message): MessageHeading {
  const { code, trigger: event, structure } = message.type;
  const { component, repetition } = message.delimiters;
  const named = message.rawText('MSH-21') ?? '';
  const each = named === '' ? [] : named.split(repetition);
  const identifiers = [...new Set(each.flatMap((one) => [one, one.split(component)[0] ?? '']))];
  return { code, event, structure, version: message.get('MSH-12') ?? '', identifiers };
}

/** `ADT^A01^ADT_A01`, for people. */
export function typeOf({ code, event, structure }: MessageHeading): string {
  const parts = [code, event, structure];
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join('^');
}
