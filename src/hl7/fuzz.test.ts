import { describe, expect, it } from 'vitest';
import { type Rng, rng } from '../base/rng.js';
import { acknowledge, readAcknowledgment } from './acknowledgment.js';
import { isBatch, splitBatch } from './batch.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

/** Messages to be damaged: each charset family, each terminator, an acknowledgment, a batch, odd delimiters. */
const SEEDS: readonly Buffer[] = [
  'MSH|^~\\&|A^1^ISO|B|C|D|20240102||ADT^A01^ADT_A01|M1|T|2.5.1||||||UNICODE UTF-8\rPID|1||123^^^H&1&ISO^MR~4||D\xc3\xb6E^J\rPV1|1|I\r',
  'MSH|^~\\&#|A|B|C|D|||ORU^R01|M2|P|2.7\nOBX|1|FT|X||a\\.br\\b\\X0D\\c\\T\\~""|m\nZZ1|\\Q\\\n',
  'MSH:;~\\&:A:B:::::ACK:M3:T:2.4\rMSA:AE:M2:t\rERR:PID;1;5;101&x\r',
  'MSH|^~\\&|||||||ACK|M4|T|2.5.1\r\nMSA|AE|\r\nERR||PID^1^5|101|E\r\n',
  'MSH|^~\\&|\x83\x7c|||||||M5|T|2.5.1||||||Shift_JIS\rPID|\x95\x5c|\x8e\x52\r',
  'MSH|^~\\&|A||||||||T|2.5.1||||||~ISO IR87\rPID|\x1b$B;3ED\x1b(B|x\r',
  'MSH|^~\\&|A||||||||T|2.5.1||||||GB 18030-2000\rPID|\x95\x34\xb2\x35|\x82\x7c\r',
  'FHS|^~\\&|L\rBHS|^~\\&|L\rMSH|^~\\&|A\rBTS|1\rFTS|1\r',
].map((text) => Buffer.from(text, 'latin1'));

const INTERESTING = Buffer.from('\r\n|^~\\&#:;"\0\x0b\x1c\x1bMSHPID[\x81\xfe\xff\x80 \x7c\x5c', 'latin1');
const PATHS = ['MSH-1', 'MSH-2', 'MSH-9.2', 'MSH-10', 'MSH-18', 'PID-3[2].4.2', 'PID-5', 'OBX[2]-5', 'MSA-2', 'PID'];
const WRITABLE = ['MSH-3', 'MSH-10', 'PID-3[2].4.2', 'PID-5', 'MSA-2', 'OBX-5.9'];

function damaged(random: Rng): Buffer {
  let bytes = Buffer.from(random.pick(SEEDS));
  for (let hits = random.integer(1, 4); hits > 0; hits--) {
    const at = random.integer(0, Math.max(0, bytes.length - 1));
    const byte = random.chance(0.7)
      ? (INTERESTING[random.integer(0, INTERESTING.length - 1)] ?? 0)
      : random.integer(0, 255);
    const kind = random.integer(0, 3);
    if (kind === 0) bytes[at] = byte;
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.integer(1, 8))]);
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.integer(0, bytes.length))]);
  }
  return bytes;
}

/** What must hold of any message, compared cheaply: 100,000 rounds of expect() would take a minute. */
function faultsOf(message: Message, bytes: Buffer, random: Rng): readonly string[] {
  const faults: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const searched = PATHS.map((path) => message.get(path));
  const last = message.segments.at(-1);
  check(message.segments[0]?.name === 'MSH', 'MSH is first');
  check(
    PATHS.every((path, at) => message.get(path) === searched[at]),
    'search and index agree',
  );
  check(
    PATHS.every((path) => (message.rawText(path) === undefined) === (message.bytes(path) === undefined)),
    'text and bytes agree',
  );
  check((last?.end ?? 0) <= bytes.length && (last?.fieldCount ?? -1) >= 0, 'segments are inside');
  check(
    message.observations.every((seen) => seen.offset <= bytes.length && seen.line >= 1),
    'observations are inside',
  );
  check(message.serialize().equals(bytes), 'the bytes are the same');
  check(message.withSegments((lines) => lines).raw.equals(bytes), 'lines put back change nothing');
  const path = random.pick(WRITABLE);
  const sent = message.rawText(path);
  if (sent !== undefined && !sent.includes('\uFFFD') && isSteady(message, path, sent)) {
    check(message.withRaw(path, sent).raw.equals(bytes), `${path} put back changes nothing`);
    check(message.with(path, 'a|^~\\&b').get(path) === 'a|^~\\&b', `${path} reads as written`);
  }
  const id = message.bytes('MSH-10') ?? Buffer.alloc(0);
  const answer = readAcknowledgment(acknowledge(message, REPLY));
  // A line feed at the end of an id looks like a terminator once it stands before the CR of MSA; and a stray lead byte in
  // the header can swallow a separator, so that MSH-18 is not where it was found.
  const isClear = !id.includes('\n') && (message.get('MSH-18') ?? '') === message.charset.name;
  check(!isClear || (answer?.controlIdBytes.equals(id) ?? false), 'MSA-2 is verbatim');
  return faults;
}

/** Some bytes have more than one spelling in their set (ISO 2022 shifts, doubles of Shift_JIS): then the text comes back, the bytes need not. */
function isSteady(message: Message, path: string, text: string): boolean {
  return message.charset.encode(text)?.equals(message.bytes(path) ?? Buffer.alloc(0)) ?? false;
}

const REPLY = {
  code: 'AE',
  application: 'X',
  facility: 'Y',
  controlId: 'R1',
  at: new Date(0),
  errors: [{ code: '101', location: { segment: 'PID', field: 5 } }],
} as const;

describe('damaged bytes', () => {
  it('are read or refused with a place and a reason, and never lose a byte (100,000 mutations)', () => {
    const kinds = { message: 0, malformed: 0 };
    for (let round = 0; round < 100_000; round++) {
      const random = rng('hl7-fuzz', round);
      const bytes = damaged(random);
      const result = parseMessage(bytes);
      kinds[result.kind]++;
      const faults = result.kind === 'message' ? faultsOf(result.message, bytes, random) : [];
      const unexplained =
        result.kind === 'malformed' && !result.defects.every((d) => d.reason !== '' && d.offset <= bytes.length);
      if (faults.length > 0 || unexplained) {
        expect.fail(`round ${round}: ${faults.join(', ')} in ${JSON.stringify(bytes.toString('latin1'))}`);
      }
    }
    expect(kinds.message).toBeGreaterThan(40_000);
    expect(kinds.malformed).toBeGreaterThan(5_000);
  });

  it('never stop a batch from being split (20,000 mutations)', () => {
    for (let round = 0; round < 20_000; round++) {
      const bytes = damaged(rng('hl7-batch-fuzz', round));
      const { messages, defects } = splitBatch(bytes);
      const isInside = messages.every(({ bytes: part, offset }) =>
        bytes.subarray(offset, offset + part.length).equals(part),
      );
      if (!isInside || (messages.length > 1 && !isBatch(bytes)) || !defects.every(({ reason }) => reason !== '')) {
        expect.fail(`round ${round}: ${JSON.stringify(bytes.toString('latin1'))}`);
      }
    }
  });
});
