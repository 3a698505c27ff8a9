import { onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { type ClientOptions, MllpClient, type ReplyResult } from '../client.js';
import type { FrameEvent } from '../frame-event.js';
import { type WirePlan, wholeFrame } from '../wire-plan.js';
import type { HandTimer } from './hand-timer.js';

/** Requests are `<key>` and replies `re <key>` here: MLLP does not know what a control id is. */
export const correlate = {
  request: (payload: Buffer) => payload.toString(),
  reply: (payload: Buffer) => /^re (.*)/.exec(payload.toString())?.[1],
};

/** A client that is closed when the test is over, and what it could not credit to a request. */
export function openClient(port: number, options: Partial<ClientOptions> = {}): { client: MllpClient; unsolicited: FrameEvent[] } {
  const unsolicited: FrameEvent[] = [];
  const given = { host: '127.0.0.1', port, mode: 'kept-open', replyTimeoutMs: 30_000, timer: realTimer(), ...options } as const;
  const client = new MllpClient(given, { onUnsolicited: (event) => unsolicited.push(event) });
  onTestFinished(() => client.close());
  return { client, unsolicited };
}

export function text(payload: string): WirePlan {
  return wholeFrame(Buffer.from(payload));
}

export function bytes(latin1: string): WirePlan {
  return [{ kind: 'write', bytes: Buffer.from(latin1, 'latin1') }];
}

export function told(result: ReplyResult): string {
  return result.kind === 'reply' ? result.payload.toString() : result.kind;
}

/** Lets time pass until `promise` is settled; what the peer has written is read in between. */
export async function passing<T>(hand: HandTimer, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  void promise.finally(() => {
    isSettled = true;
  });
  for (let turns = 0; !isSettled; turns++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turns % 20 === 19) hand.pass(1_000);
  }
  return promise;
}
