import type { CloseReason, Connection, ConnectionHandlers } from '../connection.js';
import type { FrameEvent } from '../frame-event.js';
import { type WirePlan, wholeFrame } from '../wire-plan.js';
import { eventTexts } from './event-text.js';

type Answer = (payload: Buffer, connection: Connection, ordinal: number) => WirePlan | undefined;

/** Handlers that remember what happened, and on which a test can wait for it. */
export class Recorder implements ConnectionHandlers {
  readonly events: FrameEvent[] = [];
  readonly opened: Connection[] = [];
  readonly closes: CloseReason[] = [];
  readonly #answer: Answer;
  readonly #waiting = new Set<() => void>();
  #frames = 0;

  /** Answers each frame with what `answer` gives for it; with nothing where it is absent. */
  constructor(answer: Answer = () => undefined) {
    this.#answer = answer;
  }

  get texts(): readonly string[] {
    return eventTexts(this.events);
  }

  get payloads(): readonly string[] {
    return this.events.flatMap((event) => (event.kind === 'frame' ? [event.payload.toString('latin1')] : []));
  }

  onEvent(event: FrameEvent, connection: Connection): void {
    this.events.push(event);
    if (event.kind === 'frame') {
      const plan = this.#answer(event.payload, connection, ++this.#frames);
      if (plan) void connection.write(plan);
    }
    this.notify();
  }

  onOpen(connection: Connection): void {
    this.opened.push(connection);
    this.notify();
  }

  onClose(reason: CloseReason): void {
    this.closes.push(reason);
    this.notify();
  }

  /** Resolves with the first value that is neither undefined nor false, looked for after each thing that happens. */
  until<T>(look: () => T | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = look();
        if (found === undefined || found === false) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  notify(): void {
    for (const check of [...this.#waiting]) check();
  }
}

/** Answers with the very payload. */
export function echo(payload: Buffer): WirePlan {
  return wholeFrame(payload);
}
