import { isBatch, splitBatch } from '../hl7/batch.js';
import { APPLICATION, FACILITY } from './acknowledgment.js';

/** The messages of a batch that is right; undefined where the bytes are no batch, or one whose counts are wrong. */
export function messagesOf(raw: Buffer): readonly Buffer[] | undefined {
  if (!isBatch(raw)) return undefined;
  const { messages, defects } = splitBatch(raw);
  return defects.length > 0 ? undefined : messages.map(({ bytes }) => bytes);
}

/** The acknowledgments of the messages of a batch as a batch of their own, which may be empty (chapter 2, 2.10.3.3). */
export function batchOf(trigger: Buffer, acknowledgments: readonly Buffer[], id: string): Buffer {
  const answered = headerId(trigger);
  const header = ['BHS', '^~\\&', APPLICATION, FACILITY, '', '', '', '', '', '', id, answered];
  const last = header.findLastIndex((field) => field !== '') + 1;
  const trailer = `BTS|${acknowledgments.length}\r`;
  return Buffer.concat([Buffer.from(`${header.slice(0, last).join('|')}\r`), ...acknowledgments, Buffer.from(trailer)]);
}

/** BHS-11, the control id of the batch, where it has one. */
function headerId(raw: Buffer): string {
  const [, line = ''] = /(?:^|[\r\n])(BHS[^\r\n]*)/.exec(raw.toString('latin1', 0, 4_096)) ?? [];
  const separator = line[3] ?? '|';
  return line.split(separator)[10] ?? '';
}
