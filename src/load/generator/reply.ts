import { CONTROL_ID_LENGTH, readOrdinal } from '../template/message-template.js';

const CR = 13;
const LF = 10;
const [M, S, A] = [77, 83, 65];

/** What a reply says, read from its bytes without making a string but for the code. */
export interface Reply {
  /** MSA-1; '' where there is no MSA. */
  code: string;
  /** The ordinal of the message that MSA-2 names; -1 where it names none of this run. */
  ordinal: number;
}

/** Codes of table 0008 as constants, so that an acknowledgment makes no string. */
const CODES: ReadonlyMap<number, string> = new Map(
  ['AA', 'AE', 'AR', 'CA', 'CE', 'CR'].map((code) => [(code.charCodeAt(0) << 8) | code.charCodeAt(1), code]),
);

/** Reads MSA-1 and MSA-2 into `into`, which is used again for every reply. */
export function readReply(payload: Buffer, prefix: Buffer, into: Reply): void {
  into.code = '';
  into.ordinal = -1;
  const at = findMsa(payload);
  if (at < 0) return;
  const separator = payload[at + 3] ?? 0;
  const codeAt = at + 4;
  const codeEnd = fieldEnd(payload, codeAt, separator);
  into.code = codeText(payload, codeAt, codeEnd);
  const idAt = codeEnd + 1;
  if (fieldEnd(payload, idAt, separator) - idAt === CONTROL_ID_LENGTH)
    into.ordinal = readOrdinal(payload, idAt, prefix);
}

/** Where the first MSA segment begins; -1 for nowhere. */
function findMsa(payload: Buffer): number {
  for (let at = payload.indexOf(CR); at >= 0; at = payload.indexOf(CR, at + 1)) {
    const next = payload[at + 1] === LF ? at + 2 : at + 1;
    if (payload[next] === M && payload[next + 1] === S && payload[next + 2] === A) return next;
  }
  return -1;
}

function fieldEnd(payload: Buffer, from: number, separator: number): number {
  let at = from;
  while (at < payload.length && payload[at] !== separator && payload[at] !== CR && payload[at] !== LF) at++;
  return at;
}

function codeText(payload: Buffer, from: number, to: number): string {
  const known = to - from === 2 ? CODES.get(((payload[from] ?? 0) << 8) | (payload[from + 1] ?? 0)) : undefined;
  return known ?? payload.toString('latin1', from, Math.min(to, from + 20));
}
