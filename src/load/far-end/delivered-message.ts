import { parseMessage } from '../../hl7/parse.js';
import { CONTROL_ID_PATH, identityPath } from '../template/identity.js';
import type { LoadMix, UnitStep } from '../template/load-unit.js';
import { CONTROL_ID_LENGTH, readOrdinal, stampBody } from '../template/message-template.js';

/** A message of the run, found by its id in what the system delivered. */
export interface DeliveredMessage {
  readonly prefix: Buffer;
  readonly ordinal: number;
  readonly arrival: number;
  readonly step: number;
  readonly expected: UnitStep;
}

const CR = 13;
const MSH_10 = 9;

/** Finds which message of the run it is; undefined for one of somebody else's. */
export function identify(payload: Buffer, mix: LoadMix, prefix: Buffer): DeliveredMessage | undefined {
  const ordinal = mix.identity === CONTROL_ID_PATH ? ordinalOf(payload, prefix) : carried(payload, mix, prefix);
  if (ordinal < 0) return undefined;
  const arrival = Math.floor(ordinal / mix.mostSteps);
  const step = ordinal - arrival * mix.mostSteps;
  const expected = mix.unitOf(arrival).steps[step];
  return expected === undefined ? undefined : { prefix, ordinal, arrival, step, expected };
}

/** From the field that the plan names; -1 where it holds no id of this run. */
function carried(payload: Buffer, { identity }: LoadMix, prefix: Buffer): number {
  const path = identityPath(identity);
  const parsed = parseMessage(payload);
  const value = path && parsed.kind !== 'malformed' ? parsed.message.bytes(path) : undefined;
  return value?.length === CONTROL_ID_LENGTH ? readOrdinal(value, 0, prefix) : -1;
}

/** From MSH-10; -1 where it is no id of this run. */
function ordinalOf(payload: Buffer, prefix: Buffer): number {
  const separator = payload[3] ?? 0;
  let at = 3;
  for (let field = 1; field < MSH_10; field++) {
    at = payload.indexOf(separator, at + 1);
    if (at < 0) return -1;
  }
  const end = payload.indexOf(separator, at + 1);
  return end - at - 1 === CONTROL_ID_LENGTH ? readOrdinal(payload, at + 1, prefix) : -1;
}

/** Compares what was delivered with what was sent, MSH apart, which an engine may write anew. */
export class ContentCheck {
  #scratch = Buffer.alloc(0);

  /** Whether any byte behind the first segment is another one. */
  isAltered(payload: Buffer, message: DeliveredMessage): boolean {
    const { template } = message.expected;
    const from = payload.indexOf(CR) + 1;
    const isSame = template.numbersAt.length === 0 && template.identityAt === 0;
    const source = isSame ? template.frame : this.#copyOf(message);
    // Behind the frame's payload stand its end block and carriage return.
    const length = template.frame.length - 2 - template.bodyAt;
    if (from === 0 || payload.length - from !== length) return true;
    return payload.compare(source, template.bodyAt, template.bodyAt + length, from) !== 0;
  }

  #copyOf(message: DeliveredMessage): Buffer {
    const { template } = message.expected;
    if (this.#scratch.length < template.frame.length) this.#scratch = Buffer.alloc(template.frame.length * 2);
    this.#scratch.set(template.frame);
    stampBody(template, this.#scratch, 0, message);
    return this.#scratch;
  }
}
