import { readHeader } from '../header.js';

/** Edits field `piece` (counted behind the segment name, so that in MSH it is one less than HL7's number) of every such segment. */
export function editField(bytes: Buffer, segment: string, piece: number, edit: (value: string) => string): Buffer {
  return editFields(bytes, segment, (fields) => {
    const value = fields[piece];
    return value === undefined ? fields : fields.with(piece, edit(value));
  });
}

/** Edits every such segment: the name and what stands behind it, between the separators. */
export function editFields(
  bytes: Buffer,
  segment: string,
  edit: (fields: readonly string[]) => readonly string[],
): Buffer {
  const separator = readHeader(bytes)?.separator ?? '|';
  return editLines(bytes, (line) => {
    const [text = '', end = ''] = line.split(/([\r\n]+$)/);
    const fields = text.split(separator);
    return fields[0] === segment ? edit(fields).join(separator) + end : line;
  });
}

/** Edits the lines one by one, each with its terminator; an empty one is gone. */
export function editLines(bytes: Buffer, edit: (line: string) => string): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=[\r\n])/);
  return Buffer.from(lines.map(edit).join(''), 'latin1');
}

/** Without the segments whose names begin so. */
export function withoutSegment(bytes: Buffer, start: string): Buffer {
  return editLines(bytes, (line) => (line.startsWith(start) ? '' : line));
}
