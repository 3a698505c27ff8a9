import { hash } from 'node:crypto';
import { compareKeys } from '../../ledger/compare-keys.js';
import type { LedgerBalance } from '../../ledger/delivery-ledger.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { SortedKeys } from '../../ledger/sorted-keys.js';
import type { LoadMix } from '../template/load-unit.js';
import { type CopyFacts, stampBody } from '../template/message-template.js';

/** The balance of messages that are known by their content. */
export interface ContentBalance extends LedgerBalance {
  /** Delivered, and nothing like it was sent: of somebody else's, or changed on the way, when it is lost as well. */
  readonly foreign: number;
}

const CR = 13;
/** How many messages of each kind are named. */
const SAMPLES = 10_000;

/**
 * What was delivered of a run, known by the content alone: by a digest of 64 bits of all segments behind MSH, which the system
 * must pass on unchanged. Among ten million messages two different ones have the same digest in 3 of a million runs. Memory is
 * bounded; order and delay of a message cannot be told this way.
 */
export class ContentLedger {
  readonly #mix: LoadMix;
  readonly #prefix: Buffer;
  readonly #delivered = new SortedKeys();
  #scratch = Buffer.alloc(0);
  #known: { readonly delivered: number; readonly accepted: number; readonly balance: ContentBalance } | undefined;
  #asked = 0;

  constructor(mix: LoadMix, prefix: Buffer) {
    this.#mix = mix;
    this.#prefix = prefix;
  }

  get delivered(): number {
    return this.#delivered.size;
  }

  /** What a delivery is known by. */
  keyOf(payload: Buffer): bigint {
    const from = payload.indexOf(CR) + 1;
    return digestOf(payload.subarray(from === 0 ? payload.length : from)).readBigUInt64LE();
  }

  take(key: bigint): void {
    this.#delivered.add(Number(key & 0xffff_ffffn), Number(key >> 32n));
  }

  /**
   * `accepted`: the ordinals of what the system acknowledged. While messages still come and some are missing, only how many
   * is told; the rest when nothing came since the last time, since it means to go through all of them.
   */
  balance(accepted: OrdinalSet): ContentBalance {
    const delivered = this.#delivered.size;
    const isComing = delivered !== this.#asked && delivered < accepted.size;
    this.#asked = delivered;
    if (isComing) return balanceOf(delivered, { lost: accepted.size - delivered });
    const { accepted: before, delivered: then, balance } = this.#known ?? {};
    if (balance !== undefined && before === accepted.size && then === delivered) return balance;
    const made = this.#compare(accepted);
    this.#known = { delivered, accepted: accepted.size, balance: made };
    return made;
  }

  /** Gives the disk back. */
  close(): void {
    this.#delivered.close();
  }

  #compare(accepted: OrdinalSet): ContentBalance {
    const expected = new SortedKeys();
    each(accepted, (ordinal) => this.#addDigest(expected, this.#bodyOf(ordinal)));
    const counts = { lost: 0, duplicated: 0, foreign: 0 };
    const missing = new Set<bigint>();
    const repeated = new Set<bigint>();
    compareKeys(expected.ascending(), this.#delivered.ascending(), {
      missing: (key) => void (++counts.lost <= SAMPLES && missing.add(key)),
      repeated: (key) => void (++counts.duplicated <= SAMPLES && repeated.add(key)),
      unknown: () => counts.foreign++,
    });
    expected.close();
    return balanceOf(this.#delivered.size - counts.duplicated - counts.foreign, counts, {
      lost: this.#namesOf(missing, accepted),
      duplicated: this.#namesOf(repeated, accepted),
    });
  }

  /** The ordinals of what has these digests. */
  #namesOf(keys: ReadonlySet<bigint>, accepted: OrdinalSet): readonly number[] {
    const found: number[] = [];
    if (keys.size === 0) return found;
    accepted.without(new OrdinalSet(), (ordinal) => {
      if (keys.has(digestOf(this.#bodyOf(ordinal)).readBigUInt64LE())) found.push(ordinal);
      return found.length < keys.size;
    });
    return found;
  }

  #addDigest(keys: SortedKeys, body: Buffer): void {
    const digest = digestOf(body);
    keys.add(digest.readUInt32LE(0), digest.readUInt32LE(4));
  }

  /** The segments behind MSH of the message as it was sent. */
  #bodyOf(ordinal: number): Buffer {
    const { mostSteps } = this.#mix;
    const arrival = Math.floor(ordinal / mostSteps);
    const template = this.#mix.unitOf(arrival).steps[ordinal - arrival * mostSteps]?.template;
    if (template === undefined) throw new RangeError(`the plan has no message ${ordinal}`);
    if (this.#scratch.length < template.frame.length) this.#scratch = Buffer.alloc(template.frame.length * 2);
    this.#scratch.set(template.frame);
    const facts: CopyFacts = { prefix: this.#prefix, ordinal, arrival };
    stampBody(template, this.#scratch, 0, facts);
    // Behind the payload stand the end block and a carriage return.
    return this.#scratch.subarray(template.bodyAt, template.frame.length - 2);
  }
}

function digestOf(body: Buffer): Buffer {
  return hash('sha1', body, 'buffer');
}

function each(ordinals: OrdinalSet, visit: (ordinal: number) => void): void {
  ordinals.without(new OrdinalSet(), (ordinal) => {
    visit(ordinal);
    return true;
  });
}

type Counts = { readonly lost: number; readonly duplicated?: number; readonly foreign?: number };
type Names = Partial<Pick<LedgerBalance['samples'], 'lost' | 'duplicated'>>;

function balanceOf(
  delivered: number,
  { lost, duplicated = 0, foreign = 0 }: Counts,
  names: Names = {},
): ContentBalance {
  return {
    delivered,
    foreign,
    counts: { lost, duplicated, reordered: 0, altered: 0, late: 0 },
    samples: { lost: [], duplicated: [], reordered: [], altered: [], late: [], ...names },
  };
}
