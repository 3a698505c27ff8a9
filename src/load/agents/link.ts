import { JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import { headers, type MsgHdrs, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { pause, realTimer } from '../../base/timer.js';
import { STREAM } from './subjects.js';

/** A message that NATS keeps, as it comes back. */
export interface Kept {
  readonly subject: string;
  readonly bytes: Uint8Array;
  /** Of a piece of something larger: which, of how many. */
  readonly chunk: string;
  readonly agent: string;
  /** Its number in the stream. */
  readonly sequence: number;
  /** Messages that are stored already and come after it. */
  readonly pending: number;
}

export interface KeepOptions {
  /** The same message again under one id is kept once. */
  readonly id?: string;
  /** Only where the last message of the subject has this number, 0 for none: of several who try one wins. */
  readonly after?: number;
  readonly chunk?: string;
  readonly agent?: string;
}

/** Between two attempts to come back. */
export const RECONNECT_MS = 500;
const CHUNK = 'Pipehat-Chunk';
const AGENT = 'Pipehat-Agent';
/** JetStream's code for `after` that is not so. */
const WRONG_LAST_SEQUENCE = 10_071;

/** The connection to NATS. It comes back by itself whenever it is lost. */
export class Link {
  readonly #connection: NatsConnection;
  readonly #stream: JetStreamClient;
  #state = { isUp: true, since: realTimer().now() };
  #onChange: (isUp: boolean) => void = () => {};

  constructor(connection: NatsConnection, stream: JetStreamClient) {
    this.#connection = connection;
    this.#stream = stream;
    void this.#watch();
  }

  /** Whether it is up, and since when that is so, on the timer. */
  get state(): { readonly isUp: boolean; readonly since: number } {
    return this.#state;
  }

  /** Bytes that fit into one message, headers apart. */
  get largest(): number {
    return (this.#connection.info?.max_payload ?? 65_536) - HEADER_ROOM;
  }

  onChange(act: (isUp: boolean) => void): void {
    this.#onChange = act;
  }

  /** Stores a message; false where somebody was faster (`after`). Throws while the server cannot be reached. */
  async keep(subject: string, message: object | Uint8Array, options: KeepOptions = {}): Promise<boolean> {
    const { id, after, chunk, agent } = options;
    try {
      await this.#stream.publish(subject, bytesOf(message), {
        headers: headersOf({ chunk, agent }),
        ...(id !== undefined && { msgID: id }),
        ...(after !== undefined && { expect: { lastSubjectSequence: after } }),
      });
      return true;
    } catch (error) {
      if (error instanceof JetStreamApiError && error.code === WRONG_LAST_SEQUENCE) return false;
      throw error;
    }
  }

  /** Stores a message if the server is there, and does not wait for it. */
  tell(subject: string, message: object): void {
    if (!this.#connection.isClosed()) this.#connection.publish(subject, bytesOf(message));
  }

  /** The answer of whoever listens; undefined where nobody does, or not in time. */
  async ask(subject: string, message: object, timeoutMs: number): Promise<Uint8Array | undefined> {
    try {
      return (await this.#connection.request(subject, bytesOf(message), { timeout: timeoutMs })).data;
    } catch {
      return undefined;
    }
  }

  /** Answers questions, until the function that it gives is called; undefined is no answer. */
  answer(subject: string, reply: (bytes: Uint8Array) => object | undefined): () => void {
    const subscription: Subscription = this.#connection.subscribe(subject, {
      callback: (error, message) => {
        const said = error === null ? reply(message.data) : undefined;
        if (said !== undefined) message.respond(bytesOf(said));
      },
    });
    return () => subscription.unsubscribe();
  }

  /** Everything that was and will be stored under a subject, in order, each message once; until the function is called. */
  follow(filter: string, act: (message: Kept) => void): () => void {
    const following = { isOver: false, stop: () => {} };
    void this.#follow(filter, act, following);
    return () => {
      following.isOver = true;
      following.stop();
    };
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  async #follow(filter: string, act: (message: Kept) => void, following: Following): Promise<void> {
    let next = 1;
    let isActing = false;
    while (!following.isOver && !this.#connection.isClosed()) {
      try {
        const consumer = await this.#stream.consumers.get(STREAM, { filter_subjects: filter, opt_start_seq: next });
        const messages = await consumer.consume();
        following.stop = () => messages.stop();
        for await (const message of messages) {
          if (following.isOver) break;
          if (message.seq < next) continue;
          next = message.seq + 1;
          isActing = true;
          act(kept(message));
          isActing = false;
        }
      } catch (error) {
        if (isActing) throw error;
        // The server is away, or has forgotten who listens: begin again where we were.
        await pause(realTimer(), RECONNECT_MS);
      }
    }
  }

  async #watch(): Promise<void> {
    for await (const { type } of this.#connection.status()) {
      if (type !== 'disconnect' && type !== 'reconnect') continue;
      const isUp = type === 'reconnect';
      if (isUp === this.#state.isUp) continue;
      this.#state = { isUp, since: realTimer().now() };
      this.#onChange(isUp);
    }
  }
}

interface Following {
  isOver: boolean;
  stop: () => void;
}

/** Room for the headers of a message. */
const HEADER_ROOM = 4_096;

interface Stored {
  readonly subject: string;
  readonly data: Uint8Array;
  readonly headers?: MsgHdrs | undefined;
  readonly seq: number;
  readonly info: { readonly pending: number };
}

function kept({ subject, data, headers: named, seq, info }: Stored): Kept {
  const [chunk, agent] = [named?.get(CHUNK) ?? '', named?.get(AGENT) ?? ''];
  return { subject, bytes: data, chunk, agent, sequence: seq, pending: info.pending };
}

function headersOf(values: { readonly chunk: string | undefined; readonly agent: string | undefined }): MsgHdrs {
  const named = headers();
  if (values.chunk !== undefined) named.set(CHUNK, values.chunk);
  if (values.agent !== undefined) named.set(AGENT, values.agent);
  return named;
}

function bytesOf(message: object | Uint8Array): Uint8Array {
  return message instanceof Uint8Array ? message : new TextEncoder().encode(JSON.stringify(message));
}
