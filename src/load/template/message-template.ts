import type { Role } from '../../endpoint/simulator.js';
import type { Message } from '../../hl7/message.js';
import { frame } from '../../mllp/frame.js';

/** Letters and digits of a run's control ids before the ordinal, and the digits of the ordinal. */
export const PREFIX_LENGTH = 6;
export const ORDINAL_DIGITS = 12;
/** Of MSH-10 as sent: under the 20 characters of every version up to 2.5.1. */
export const CONTROL_ID_LENGTH = PREFIX_LENGTH + ORDINAL_DIGITS;
const TIME_LENGTH = 14;

/**
 * A message that is sent many times: the bytes of a whole frame, in which every copy gets an id and a time of its own. Both
 * have a fixed length, so a copy is a memory copy and 32 bytes written over. Offsets are 0-based in `frame`.
 */
export interface MessageTemplate {
  /** `ADT^A01`. */
  readonly type: string;
  readonly from: Role;
  readonly frame: Buffer;
  readonly controlIdAt: number;
  readonly timeAt: number;
  /** Where order numbers stand that must be unique; each becomes the ordinal with a letter before it. */
  readonly numbersAt: readonly number[];
}

/** Digits of an order number in a copy. */
export const NUMBER_LENGTH = 1 + ORDINAL_DIGITS;

const ID_STAND_IN = 'X'.repeat(CONTROL_ID_LENGTH);
const TIME_STAND_IN = '20260101000000';

/** The template of a message. What it says of patient and visit stays; order numbers of its own are made unique where asked. */
export function templateOf(message: Message, from: Role, renumber: boolean): MessageTemplate {
  const { code, trigger } = message.type;
  const zone = /([+-]\d{4})$/.exec(message.get('MSH-7') ?? '')?.[1] ?? '';
  const numbered = renumber ? withStandIns(message) : { message, paths: [] };
  const made = numbered.message.withRaw('MSH-10', ID_STAND_IN).withRaw('MSH-7', `${TIME_STAND_IN}${zone}`);
  const offset = (path: string): number => 1 + (made.locate(path)?.offset ?? 0);
  return {
    type: `${code}^${trigger}`,
    from,
    frame: frame(made.serialize()),
    controlIdAt: offset('MSH-10'),
    timeAt: offset('MSH-7'),
    numbersAt: numbered.paths.map(offset),
  };
}

const NUMBERED: Readonly<Record<string, readonly string[]>> = { ORC: ['2', '3'], OBR: ['2', '3'] };

function withStandIns(message: Message): { readonly message: Message; readonly paths: readonly string[] } {
  let made = message;
  const paths: string[] = [];
  for (const [segment, fields] of Object.entries(NUMBERED)) {
    for (const { instance } of message.all(segment)) {
      for (const field of fields) {
        const path = `${segment}[${instance}]-${field}.1`;
        if (message.get(path) === undefined) continue;
        made = made.withRaw(path, 'N'.repeat(NUMBER_LENGTH));
        paths.push(path);
      }
    }
  }
  return { message: made, paths };
}

/**
 * Writes a copy of the template into `target` at `at`: the control id is `prefix` and the ordinal, the time the 14 digits of
 * `time`. Gives the offset behind it. The caller sees to it that there is room.
 */
export function stamp(
  template: MessageTemplate,
  target: Buffer,
  at: number,
  id: { readonly prefix: Buffer; readonly ordinal: number },
  time: Buffer,
): number {
  template.frame.copy(target, at);
  const idAt = at + template.controlIdAt;
  id.prefix.copy(target, idAt);
  writeDigits(target, idAt + PREFIX_LENGTH, id.ordinal);
  time.copy(target, at + template.timeAt, 0, TIME_LENGTH);
  for (const numberAt of template.numbersAt) {
    target[at + numberAt] = LETTER;
    writeDigits(target, at + numberAt + 1, id.ordinal);
  }
  return at + template.frame.length;
}

const LETTER = 'L'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

function writeDigits(target: Buffer, at: number, value: number): void {
  let rest = value;
  for (let n = ORDINAL_DIGITS - 1; n >= 0; n--) {
    const next = Math.floor(rest / 10);
    target[at + n] = ZERO + (rest - next * 10);
    rest = next;
  }
}

/** The ordinal of a control id of this run that stands at `at`; -1 where other bytes stand there. */
export function readOrdinal(bytes: Uint8Array, at: number, prefix: Uint8Array): number {
  for (let n = 0; n < PREFIX_LENGTH; n++) if (bytes[at + n] !== prefix[n]) return -1;
  let value = 0;
  for (let n = PREFIX_LENGTH; n < CONTROL_ID_LENGTH; n++) {
    const digit = (bytes[at + n] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
