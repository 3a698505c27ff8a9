import type { LoadMix, UnitStep } from '../template/load-unit.js';
import { CONTROL_ID_LENGTH, readOrdinal, stampNumbers } from '../template/message-template.js';

/** A message of the run, found by its control id in what the system delivered. */
export interface DeliveredMessage {
  readonly ordinal: number;
  readonly arrival: number;
  readonly step: number;
  readonly expected: UnitStep;
}

const CR = 13;
const MSH_10 = 9;

/** Finds which message of the run it is; undefined for one of somebody else's. */
export function identify(payload: Buffer, mix: LoadMix, prefix: Buffer): DeliveredMessage | undefined {
  const ordinal = ordinalOf(payload, prefix);
  if (ordinal < 0) return undefined;
  const arrival = Math.floor(ordinal / mix.mostSteps);
  const step = ordinal - arrival * mix.mostSteps;
  const expected = mix.unitOf(arrival).steps[step];
  return expected === undefined ? undefined : { ordinal, arrival, step, expected };
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
  isAltered(payload: Buffer, { expected, arrival }: DeliveredMessage): boolean {
    const { template } = expected;
    const from = payload.indexOf(CR) + 1;
    const source = template.numbersAt.length === 0 ? template.frame : this.#numbered(template, arrival);
    // Behind the frame's payload stand its end block and carriage return.
    const length = template.frame.length - 2 - template.bodyAt;
    if (from === 0 || payload.length - from !== length) return true;
    return payload.compare(source, template.bodyAt, template.bodyAt + length, from) !== 0;
  }

  #numbered(template: UnitStep['template'], arrival: number): Buffer {
    if (this.#scratch.length < template.frame.length) this.#scratch = Buffer.alloc(template.frame.length * 2);
    this.#scratch.set(template.frame);
    stampNumbers(template, this.#scratch, 0, arrival);
    return this.#scratch;
  }
}
