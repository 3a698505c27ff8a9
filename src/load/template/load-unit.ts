import { hashKey } from '../../base/rng.js';
import { CONTROL_ID_PATH } from './identity.js';
import type { MessageTemplate } from './message-template.js';

/** What arrives as one: a message, or a workflow whose messages go one after the other, each when the last is answered. */
export interface LoadUnit {
  readonly name: string;
  readonly steps: readonly UnitStep[];
}

export interface UnitStep {
  readonly template: MessageTemplate;
  /** Index of the template's message type in `LoadMix.types`. */
  readonly type: number;
}

/** One kind of unit with its share of the arrivals, and the variants (patients) that it is sent for in turn. */
export interface MixPart {
  readonly weight: number;
  /** At least one. */
  readonly variants: readonly LoadUnit[];
}

/** What a mix is made of: plain data, for worker threads. */
export interface MixData {
  readonly types: readonly string[];
  readonly parts: readonly MixPart[];
  readonly seed: string;
  /** What a far end knows the messages by, as the plan says it; MSH-10 where absent. */
  readonly identity?: string;
}

/** How many messages an arrival is on average: one, but for workflows. */
export function messagesPerArrival({ parts }: MixData): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, variants }) => sum + (weight / total) * meanSteps(variants), 0);
}

function meanSteps(variants: readonly LoadUnit[]): number {
  return variants.reduce((sum, { steps }) => sum + steps.length, 0) / variants.length;
}

/** What a plan sends. The same ordinal always gives the same unit, whichever worker asks. */
export class LoadMix {
  readonly data: MixData;
  readonly types: readonly string[];
  /** Messages of the longest unit: ordinals of messages leave so many places for each arrival. */
  readonly mostSteps: number;
  readonly identity: string;
  readonly #parts: readonly MixPart[];
  readonly #upTo: readonly number[];
  readonly #seed: number;

  constructor(data: MixData) {
    const { types, parts, seed, identity = CONTROL_ID_PATH } = data;
    this.data = data;
    this.identity = identity;
    this.types = types;
    this.#parts = parts;
    this.#seed = hashKey(seed, 'mix')[0];
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    let sum = 0;
    this.#upTo = parts.map(({ weight }) => {
      sum += weight / total;
      return sum;
    });
    this.mostSteps = Math.max(1, ...parts.flatMap(({ variants }) => variants.map(({ steps }) => steps.length)));
  }

  /** The unit of an arrival, counted from 0. */
  unitOf(arrival: number): LoadUnit {
    const share = scatter(arrival ^ this.#seed) / 0x1_0000_0000;
    const index = this.#parts.length === 1 ? 0 : this.#upTo.findIndex((limit) => share < limit);
    const { variants } = this.#parts[Math.max(0, index)] ?? { variants: [] };
    const unit = variants[arrival % variants.length];
    if (unit === undefined) throw new RangeError('a part of the mix has no messages');
    return unit;
  }

  /** The largest frame in bytes. */
  get largestFrame(): number {
    const units = this.#parts.flatMap(({ variants }) => variants);
    return Math.max(0, ...units.flatMap(({ steps }) => steps.map(({ template }) => template.frame.length)));
  }
}

/** A 32-bit number that looks random and depends on `value` alone. */
function scatter(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 16)) >>> 0;
}
