import type { DefectName, Defects } from './defects.js';
import { readHeader } from './header.js';
import { type StoredMessage, spliced } from './stored-message.js';

/**
 * The bytes that a destination is sent: those that came, but for the redirected numbers. `resends` counts how often the
 * message was sent before; only a defect makes that a difference.
 */
export function outgoing(message: StoredMessage, resends: number, defects: Defects): Buffer {
  let bytes = defects.has('keeps-merged-id') ? message.raw : spliced(message.raw, message.splices);
  for (const [name, spoil] of SPOILERS) if (defects.has(name)) bytes = spoil(bytes);
  return resends > 0 && defects.has('new-id-on-resend') ? withNewId(bytes, resends) : bytes;
}

const SPOILERS: readonly (readonly [DefectName, (bytes: Buffer) => Buffer])[] = [
  ['decodes-as-utf8', (bytes) => Buffer.from(bytes.toString('utf8'))],
  ['drops-z-segment', (bytes) => editLines(bytes, (line) => (line.startsWith('Z') ? '' : line))],
  ['flattens-subids', (bytes) => (isResult(bytes) ? editField(bytes, 'OBX', 4, () => '') : bytes)],
  [
    'truncates-silently',
    (bytes) =>
      editField(
        editField(bytes, 'OBX', 5, (value) => value.slice(0, 200)),
        'NTE',
        3,
        (value) => value.slice(0, 200),
      ),
  ],
];

function isResult(bytes: Buffer): boolean {
  return readHeader(bytes)?.component(9, 1) === 'ORU';
}

function withNewId(bytes: Buffer, resends: number): Buffer {
  // In MSH the separator itself is field 1, so MSH-10 is the ninth piece after the name.
  return editField(bytes, 'MSH', 9, (id) => `${id.slice(0, 17)}R${resends}`);
}

function editField(bytes: Buffer, segment: string, piece: number, edit: (value: string) => string): Buffer {
  const separator = readHeader(bytes)?.separator ?? '|';
  return editLines(bytes, (line) => {
    const fields = line.split(separator);
    const value = fields[piece];
    if (fields[0] !== segment || value === undefined) return line;
    const end = /[\r\n]*$/.exec(value)?.[0] ?? '';
    fields[piece] = `${edit(value.slice(0, value.length - end.length))}${end}`;
    return fields.join(separator);
  });
}

/** Edits the lines one by one, each with its terminator. */
function editLines(bytes: Buffer, edit: (line: string) => string): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=[\r\n])/);
  return Buffer.from(lines.map(edit).join(''), 'latin1');
}
