import type { Rng } from '../base/rng.js';
import type { MessageFault } from './fault.js';

/** A fault that sends one changed message in the place of each. */
export function instead(name: string, edit: (raw: Buffer, random: Rng) => Buffer): MessageFault {
  return { kind: 'message', name, apply: (raw, random) => [{ raw: edit(raw, random), afterMs: 0 }] };
}

/** The character behind MSH, as every segment of the message uses it. */
export function separatorOf(raw: Buffer): string {
  return String.fromCharCode(raw[3] ?? 0x7c);
}

/** Its character set does not matter: every byte is one character, and all that is not edited stays as it is. */
function editText(raw: Buffer, edit: (text: string) => string): Buffer {
  return Buffer.from(edit(raw.toString('latin1')), 'latin1');
}

/** Edits field `field` (1-based, MSH-1 is the separator) of every segment of that name; a message without it is left alone. */
export function editField(raw: Buffer, segment: string, field: number, edit: (value: string) => string): Buffer {
  const separator = separatorOf(raw);
  const place = segment === 'MSH' ? field - 1 : field;
  return editText(raw, (text) =>
    text
      .split('\r')
      .map((line) => {
        if (!line.startsWith(`${segment}${separator}`)) return line;
        const fields = line.split(separator);
        while (fields.length <= place) fields.push('');
        fields[place] = edit(fields[place] ?? '');
        return fields.join(separator);
      })
      .join('\r'),
  );
}

/** Edits the first component of a field, whatever the component separator is. */
export function editFirst(raw: Buffer, segment: string, field: number, edit: (value: string) => string): Buffer {
  const component = String.fromCharCode(raw[4] ?? 0x5e);
  return editField(raw, segment, field, (value) => {
    const [first = '', ...rest] = value.split(component);
    return [edit(first), ...rest].join(component);
  });
}

/** Puts lines behind the last segment; `|` in them becomes the separator of the message. */
export function withLines(raw: Buffer, ...lines: readonly string[]): Buffer {
  const separator = separatorOf(raw);
  const added = lines.map((line) => `${line.replaceAll('|', separator)}\r`).join('');
  return editText(raw, (text) => `${text.replace(/\r?$/, '\r')}${added}`);
}
