import { expect, onTestFinished } from 'vitest';
import { realTimer } from '../../../base/timer.js';
import type { Connection } from '../../../mllp/connection.js';
import { dial } from '../../../mllp/dial.js';
import { frame } from '../../../mllp/frame.js';
import { listen } from '../../../mllp/server.js';

const timer = realTimer();

/** What a system sends back to a message, one after the other: codes of MSA-1. */
export type Answers = (payload: string, n: number) => readonly string[];

/** A system under test on a real port. It keeps what it gets, and answers as it is told. */
export class AnsweringSystem {
  readonly got: string[] = [];
  /** Connections that were ever opened to it. */
  connections = 0;
  port = 0;
  #forward: (payload: string) => void = () => {};
  #onMessage: () => void = () => {};

  static async open(answers: Answers = () => ['AA'], delayMs = 0, port = 0): Promise<AnsweringSystem> {
    const system = new AnsweringSystem();
    const server = await listen(
      { port, timer },
      {
        onOpen: () => system.connections++,
        onEvent: (event, connection) => {
          if (event.kind === 'frame') system.#take(event.payload.toString('latin1'), connection, answers, delayMs);
        },
      },
    );
    if (server.kind === 'failed') throw new Error(server.message);
    system.port = server.server.port;
    system.close = () => server.server.abort();
    onTestFinished(() => system.close());
    return system;
  }

  /** Nobody listens any more, and what was connected is cut off. */
  close: () => Promise<void> = async () => {};

  /** Resolves when so many messages have come. */
  received(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onMessage = () => {
        if (this.got.length >= count) resolve();
      };
      this.#onMessage();
    });
  }

  /** Delivers from now on what it gets, as `change` makes it. */
  async deliversTo(port: number, change: (payload: string, n: number) => string = (same) => same): Promise<void> {
    const line = await dial({ host: '127.0.0.1', port, timer }, { onEvent: () => {} });
    if (line.kind === 'failed') throw new Error(line.message);
    onTestFinished(() => line.connection.reset());
    this.#forward = (payload) => {
      const bytes = frame(Buffer.from(change(payload, this.got.length), 'latin1'));
      void line.connection.write([{ kind: 'write', bytes }]);
    };
  }

  #take(payload: string, connection: Connection, answers: Answers, delayMs: number): void {
    this.got.push(payload);
    this.#onMessage();
    this.#forward(payload);
    const id = payload.split('|')[9] ?? '';
    const replies = answers(payload, this.got.length).map((code) => {
      const reply = `MSH|^~\\&|B|B|A|A|20260101||ACK|R${id}|T|2.5.1\rMSA|${code}|${id}\r`;
      return { kind: 'write', bytes: frame(Buffer.from(reply)) } as const;
    });
    if (delayMs === 0) connection.post(replies, () => {});
    else timer.after(delayMs, () => connection.post(replies, () => {}));
  }
}

/** What stands in a field of each header. */
export function headerField(payloads: readonly string[], field: number): ReadonlySet<string> {
  expect(payloads).not.toEqual([]);
  return new Set(payloads.map((payload) => payload.split('\r')[0]?.split('|')[field - 1] ?? ''));
}
