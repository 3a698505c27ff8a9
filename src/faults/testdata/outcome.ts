import { onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import type { CloseReason } from '../../mllp/connection.js';
import { dial } from '../../mllp/dial.js';
import type { FrameEvent } from '../../mllp/frame-event.js';
import { listen } from '../../mllp/server.js';
import { type WirePlan, wholeFrame } from '../../mllp/wire-plan.js';

/** What a listener saw of a plan, in words: `frame A`, `junk before-start`, at last `closed ended`. */
export interface Outcome {
  readonly written: 'written' | 'lost';
  readonly seen: readonly string[];
  /** How many bytes came in all, by the offsets of the events. */
  readonly payloads: readonly Buffer[];
}

/**
 * Writes a plan on a real connection to a listener of ours, then an honest frame `done` where the connection is still
 * good, and closes it. Pauses are a thousandth of their length.
 */
export async function outcomeOf(plan: WirePlan): Promise<Outcome> {
  const timer = realTimer(0.001);
  const seen: string[] = [];
  const payloads: Buffer[] = [];
  let resolveClosed: (reason: CloseReason) => void = () => {};
  const closed = new Promise<CloseReason>((resolve) => {
    resolveClosed = resolve;
  });
  const listening = await listen(
    { port: 0, timer },
    {
      onEvent: (event) => {
        seen.push(textOf(event));
        if (event.kind === 'frame') payloads.push(event.payload);
      },
      onClose: (reason) => resolveClosed(reason),
    },
  );
  if (listening.kind === 'failed') throw new Error(listening.message);
  onTestFinished(() => listening.server.abort());
  const dialled = await dial({ host: '127.0.0.1', port: listening.server.port, timer }, { onEvent: () => {} });
  if (dialled.kind === 'failed') throw new Error(dialled.message);
  const written = await dialled.connection.write(plan);
  await dialled.connection.write(wholeFrame(Buffer.from('done')));
  dialled.connection.end();
  await closed;
  return { written, seen, payloads };
}

function textOf(event: FrameEvent): string {
  if (event.kind === 'frame') return `frame ${event.payload.toString()}`;
  return event.kind === 'junk' ? `junk ${event.where} ${event.bytes.toString()}` : event.kind;
}
