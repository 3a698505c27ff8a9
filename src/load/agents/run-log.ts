import { gunzipSync } from 'node:zlib';
import type { IntervalSample } from '../measure/recorder.js';
import type { FarEndCounts } from '../run/far-end-part.js';
import type { ShardRecord } from '../shard/shard-record.js';
import { readShard } from '../shard/shard-text.js';
import { Assembly, readChunk } from './chunks.js';
import type { Kept } from './link.js';
import * as message from './messages.js';
import { readMessage } from './messages.js';
import { type PlaceName, type Subjects, subjectsOf } from './subjects.js';
import { Watched } from './watched.js';

/** Who holds a place, and the number of the message that said so. */
export interface Holder {
  readonly agent: string | null;
  readonly host: string;
  readonly sequence: number;
}

/**
 * What is known of a run: nothing but what its messages said, in the order in which NATS keeps them. Whoever reads them again,
 * as a coordinator does that was started again, knows the same.
 */
export class RunLog extends Watched {
  /** Whether everything was read that had been told when the last message came. */
  isCurrent = false;
  order: message.Order | undefined;
  start: message.Start | undefined;
  abort: message.Abort | undefined;
  /** What the coordinator knows to be accepted, for whoever listens at the far ends. */
  accepted: Uint8Array | undefined;
  readonly holders = new Map<PlaceName, Holder>();
  readonly ready = new Map<PlaceName, message.Ready>();
  readonly failed = new Map<PlaceName, string>();
  readonly results = new Map<PlaceName, ShardRecord>();
  readonly samples = new Map<PlaceName, IntervalSample[]>();
  counts: readonly FarEndCounts[] = [];
  readonly #subjects: Subjects;
  readonly #assemblies = new Map<string, Assembly>();
  readonly #onSample: (place: PlaceName, sample: IntervalSample) => void;

  constructor(run: string, onSample: (place: PlaceName, sample: IntervalSample) => void = () => {}) {
    super();
    this.#subjects = subjectsOf(run);
    this.#onSample = onSample;
  }

  /** The agent that has a place in the run: as the start says, and before that, as it was claimed. */
  agentAt(place: PlaceName): string | undefined {
    return this.start === undefined ? (this.holders.get(place)?.agent ?? undefined) : this.start.agents[place];
  }

  take(kept: Kept): void {
    const place = kept.subject.slice(kept.subject.lastIndexOf('.') + 1);
    this.#takeControl(kept, place);
    this.#takeTold(kept, place);
    this.isCurrent = kept.pending === 0;
    this.changed();
  }

  #takeControl(kept: Kept, place: PlaceName): void {
    const { subject, bytes, sequence } = kept;
    const { order, start, abort, accepted, claim } = this.#subjects;
    if (subject === order) this.order ??= readMessage(message.order, bytes);
    if (subject === start) this.start ??= readMessage(message.start, bytes);
    if (subject === abort) this.abort ??= readMessage(message.abort, bytes);
    if (subject === accepted) this.accepted ??= this.#whole(kept);
    if (subject !== claim(place)) return;
    const claimed = readMessage(message.claim, bytes);
    if (claimed === undefined) return;
    this.holders.set(place, { ...claimed, sequence });
    this.ready.delete(place);
    this.failed.delete(place);
  }

  #takeTold(kept: Kept, place: PlaceName): void {
    const { subject, bytes } = kept;
    const { ready, live, failed, result } = this.#subjects;
    if (subject === ready(place))
      this.#fromHolder(place, readMessage(message.ready, bytes), (one) => this.ready.set(place, one));
    if (subject === live(place))
      this.#fromHolder(place, readMessage(message.live, bytes), (one) => this.#live(place, one));
    if (subject === failed(place)) {
      this.#fromHolder(place, readMessage(message.failed, bytes), ({ reason }) => this.failed.set(place, reason));
    }
    if (subject === result(place) && kept.agent === this.agentAt(place)) this.#result(place, this.#whole(kept));
  }

  /** What somebody tells whose place was given to another one counts no more. */
  #fromHolder<T extends { readonly agent: string }>(
    place: PlaceName,
    told: T | undefined,
    act: (told: T) => void,
  ): void {
    if (told !== undefined && told.agent === this.agentAt(place)) act(told);
  }

  #live(place: PlaceName, { sample, counts }: message.Live): void {
    if (sample === null) {
      this.counts = counts;
      return;
    }
    const before = this.samples.get(place);
    if (before) before.push(sample);
    else this.samples.set(place, [sample]);
    this.#onSample(place, sample);
  }

  #result(place: PlaceName, whole: Uint8Array | undefined): void {
    if (whole === undefined || this.results.has(place)) return;
    const file = readShard(unpacked(whole));
    if (file.kind === 'shard') this.results.set(place, file.record);
    else this.failed.set(place, `its result ${file.what}`);
  }

  #whole({ subject, chunk, agent, bytes }: Kept): Uint8Array | undefined {
    const piece = readChunk(chunk, bytes);
    if (piece === undefined) return undefined;
    const key = `${subject} ${agent}`;
    const assembly = this.#assemblies.get(key) ?? new Assembly();
    this.#assemblies.set(key, assembly);
    return assembly.take(piece);
  }
}

function unpacked(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return '';
  }
}
