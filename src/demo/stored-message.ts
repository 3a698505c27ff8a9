/** The roles to which the engine delivers. */
export const DESTINATIONS = ['lis', 'ris', 'pharmacy', 'ehr'] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** Bytes `from` up to and without `to` of a message are replaced by `text`, in latin1. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An accepted message as the log keeps it: the bytes as they came, and what was decided when they came. */
export interface StoredMessage {
  /** Ordinal since the data folder was made, starting at 1. */
  readonly number: number;
  readonly to: readonly Destination[];
  /** Where a number that was merged away is replaced by the surviving one, in ascending order. */
  readonly splices: readonly Splice[];
  /** Says which messages are of one patient; empty where there is none. */
  readonly patient: string;
  readonly raw: Buffer;
}

const LF = 0x0a;

/** One line of JSON, then the bytes of the message. */
export function encodeStored({ raw, ...decisions }: StoredMessage): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(decisions)}\n`), raw]);
}

export function decodeStored(record: Buffer): StoredMessage {
  const end = record.indexOf(LF);
  return { ...JSON.parse(record.toString('utf8', 0, end)), raw: record.subarray(end + 1) };
}

/** The bytes with the splices made and not one other byte changed. */
export function spliced(raw: Buffer, splices: readonly Splice[]): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { from, to, text } of splices) {
    pieces.push(raw.subarray(at, from), Buffer.from(text, 'latin1'));
    at = to;
  }
  return at === 0 ? raw : Buffer.concat([...pieces, raw.subarray(at)]);
}
