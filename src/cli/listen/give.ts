import { pause, type Timer } from '../../base/timer.js';
import type { Connection } from '../../mllp/connection.js';
import { type WirePlan, wholeFrame } from '../../mllp/wire-plan.js';
import type { Answer } from './receiver.js';

/** Carries out an answer. Resolves when its last byte is written; the delay of one answer does not hold up the next. */
export async function give({ payload, plan }: Answer, connection: Connection, timer: Timer): Promise<void> {
  if (plan.delayMs) await pause(timer, plan.delayMs);
  if (payload !== undefined) {
    const gap: WirePlan = plan.gapMs ? [{ kind: 'pause', ms: plan.gapMs }] : [];
    const copies = Array.from({ length: plan.times ?? 1 }, (_, n) => [...(n > 0 ? gap : []), ...wholeFrame(payload)]);
    await connection.write(copies.flat());
  }
  if (plan.close === 'reset') connection.reset();
  if (plan.close === 'end') connection.end();
}
