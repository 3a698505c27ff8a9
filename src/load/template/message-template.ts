import type { Role } from '../../endpoint/simulator.js';
import type { Message } from '../../hl7/message.js';
import { type FieldPath, fieldPath, formatPath } from '../../hl7/path.js';
import { frame } from '../../mllp/frame.js';

/** Letters and digits of a run's control ids before the ordinal, and the digits of the ordinal. */
export const PREFIX_LENGTH = 6;
export const ORDINAL_DIGITS = 12;
/** Of MSH-10 as sent: under the 20 characters of every version up to 2.5.1. */
export const CONTROL_ID_LENGTH = PREFIX_LENGTH + ORDINAL_DIGITS;

/**
 * A message that is sent many times: the bytes of a whole frame, in which every copy gets an id and a time of its own. Both
 * have a fixed length, so a copy is a memory copy and 32 bytes written over. Offsets are 0-based in `frame`.
 */
export interface MessageTemplate {
  /** `ADT^A01`. */
  readonly type: string;
  readonly from: Role;
  readonly frame: Uint8Array;
  readonly controlIdAt: number;
  readonly timeAt: number;
  /** Where numbers of orders and visits stand: each becomes its letter and the number of the arrival. */
  readonly numbersAt: readonly { readonly at: number; readonly letter: number }[];
  /** Where the control id stands once more, for a system that gives messages ids of its own; 0 for nowhere. */
  readonly identityAt: number;
  /** Where the second segment begins: what an engine is to deliver unchanged. */
  readonly bodyAt: number;
}

/** Digits of a number in a copy. */
export const NUMBER_LENGTH = 1 + ORDINAL_DIGITS;

/** The letters of the numbers of one unit: where two of its messages speak of one order, their copies do too. */
export class Numbering {
  readonly #letters = new Map<string, number>();

  letterOf(number: string): number {
    const known = this.#letters.get(number);
    if (known !== undefined) return known;
    const letter = FIRST_LETTER + (this.#letters.size % LETTERS);
    this.#letters.set(number, letter);
    return letter;
  }
}

const FIRST_LETTER = 'A'.charCodeAt(0);
const LETTERS = 26;

const ID_STAND_IN = 'X'.repeat(CONTROL_ID_LENGTH);
const TIME_STAND_IN = '20260101000000';

/**
 * The template of a message. Numbers of its orders and visit are made unique to each arrival where a numbering is given.
 * `identity`: a value that carries the control id once more. Throws where the message has no segment for it.
 */
export function templateOf(message: Message, from: Role, numbering?: Numbering, identity?: FieldPath): MessageTemplate {
  const { code, trigger } = message.type;
  const zone = /([+-]\d{4})$/.exec(message.get('MSH-7') ?? '')?.[1] ?? '';
  const isFree = ({ path }: { readonly path: string }): boolean =>
    !identity || formatPath(fieldPath(path)) !== formatPath(identity);
  const numbers = numbering === undefined ? [] : numbersOf(message, numbering).filter(isFree);
  let made = message.withRaw('MSH-10', ID_STAND_IN).withRaw('MSH-7', `${TIME_STAND_IN}${zone}`);
  for (const { path } of numbers) made = made.withRaw(path, 'N'.repeat(NUMBER_LENGTH));
  if (identity !== undefined) made = made.withRaw(identity, ID_STAND_IN);
  const offset = (path: string): number => 1 + (made.locate(path)?.offset ?? 0);
  const bytes = frame(made.serialize());
  return {
    type: `${code}^${trigger}`,
    from,
    frame: bytes,
    controlIdAt: offset('MSH-10'),
    timeAt: offset('MSH-7'),
    numbersAt: numbers.map(({ path, letter }) => ({ at: offset(path), letter })),
    identityAt: identity === undefined ? 0 : offset(formatPath(identity)),
    bodyAt: bytes.indexOf(CR) + 1,
  };
}

const CR = 13;

/** Placer and filler numbers of orders, and the visit number. */
const NUMBERED: Readonly<Record<string, readonly string[]>> = { ORC: ['2', '3'], OBR: ['2', '3'], PV1: ['19'] };

function numbersOf(
  message: Message,
  numbering: Numbering,
): readonly { readonly path: string; readonly letter: number }[] {
  return Object.entries(NUMBERED).flatMap(([segment, fields]) =>
    message.all(segment).flatMap(({ instance }) =>
      fields.flatMap((field) => {
        const path = `${segment}[${instance}]-${field}.1`;
        const number = message.get(path);
        return number === undefined ? [] : [{ path, letter: numbering.letterOf(number) }];
      }),
    ),
  );
}

/** What makes a copy unlike every other. */
export interface CopyFacts {
  /** `PREFIX_LENGTH` bytes that all ids of a run begin with. */
  readonly prefix: Uint8Array;
  ordinal: number;
  /** The arrival to which the message belongs. */
  arrival: number;
}

/**
 * Writes a copy of the template into `target` at `at`: the control id is the prefix and the ordinal, the time the 14 digits of
 * `time`. Gives the offset behind it. The caller sees to it that there is room.
 */
export function stamp(
  template: MessageTemplate,
  target: Buffer,
  at: number,
  facts: Readonly<CopyFacts>,
  time: Uint8Array,
): number {
  target.set(template.frame, at);
  const idAt = at + template.controlIdAt;
  target.set(facts.prefix, idAt);
  writeDigits(target, idAt + PREFIX_LENGTH, facts.ordinal);
  target.set(time, at + template.timeAt);
  stampBody(template, target, at, facts);
  return at + template.frame.length;
}

/** What makes the segments behind MSH unlike those of every other copy. */
export function stampBody(template: MessageTemplate, target: Buffer, at: number, facts: Readonly<CopyFacts>): void {
  stampNumbers(template, target, at, facts.arrival);
  if (template.identityAt === 0) return;
  target.set(facts.prefix, at + template.identityAt);
  writeDigits(target, at + template.identityAt + PREFIX_LENGTH, facts.ordinal);
}

/** The numbers of orders and visits alone. */
function stampNumbers(template: MessageTemplate, target: Buffer, at: number, arrival: number): void {
  for (const number of template.numbersAt) {
    target[at + number.at] = number.letter;
    writeDigits(target, at + number.at + 1, arrival);
  }
}

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
