import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel } from 'node:worker_threads';

/** All threads of this process meet here. */
const CHANNEL = 'pipehat-live-memory';

/** What is asked of the threads, and what each answers: bytes, for the round with that number. */
type Asked = { readonly kind: 'ask'; readonly round: number };
export type Answered = { readonly kind: 'answer'; readonly round: number; readonly bytes: number };

let collect: (() => void) | undefined;

/**
 * Bytes that this thread holds on to: its heap and its buffers after a full collection, which takes some milliseconds. What it
 * holds before one says more about when the last was than about a leak.
 */
export function liveBytes(): number {
  collect ??= collector();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The engine shows its collector to new contexts once the flag is set. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

/** From now on this thread tells its live memory whenever it is asked. Keeps no thread alive. */
export function tellLiveMemory(): void {
  const channel = open();
  channel.onmessage = (event) => {
    const message = messageOf(event);
    if (message.kind === 'ask')
      channel.postMessage({ kind: 'answer', round: message.round, bytes: liveBytes() } satisfies Answered);
  };
}

/** Asks all other threads of this process, and hears their answers. */
export class LiveMemoryQuestion {
  readonly #channel = open();

  constructor(onAnswer: (answer: Answered) => void) {
    this.#channel.onmessage = (event) => {
      const message = messageOf(event);
      if (message.kind === 'answer') onAnswer(message);
    };
  }

  ask(round: number): void {
    this.#channel.postMessage({ kind: 'ask', round } satisfies Asked);
  }

  close(): void {
    this.#channel.close();
  }
}

function open(): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.unref();
  return channel;
}

function messageOf(event: unknown): Asked | Answered {
  return (event as { readonly data: Asked | Answered }).data;
}
