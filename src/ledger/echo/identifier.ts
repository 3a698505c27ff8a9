import type { Message } from '../../hl7/message.js';

/** The delimiters as everybody writes them: what is compared must not hang on those of the message. */
const STANDARD = { component: '^', subcomponent: '&', repetition: '~' } as const;

/**
 * An identifier with all its components, in the standard delimiters and without empty ends: `P1^EHR^1.2^ISO`; '' where the field is
 * absent or empty.
 */
export function identifier(message: Message, path: string): string {
  const raw = message.rawText(path) ?? '';
  const { component, subcomponent, repetition } = message.delimiters;
  const own = new Map([
    [component, STANDARD.component],
    [subcomponent, STANDARD.subcomponent],
    [repetition, STANDARD.repetition],
  ]);
  const text = [...raw].map((letter) => own.get(letter) ?? letter).join('');
  const trimmed = text.replace(/[&^]+$/, '');
  return trimmed === '""' ? '' : trimmed;
}

/** The number alone: everything before the first component separator. */
export function numberOf(id: string): string {
  return id.split('^')[0] ?? '';
}
