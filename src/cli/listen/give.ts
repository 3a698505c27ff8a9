import { pause, type Timer } from '../../base/timer.js';
import { replyWire } from '../../faults/reply-wire.js';
import type { Connection } from '../../mllp/connection.js';
import { wholeFrame } from '../../mllp/wire-plan.js';
import type { Answer } from './receiver.js';

/** Carries out an answer. Resolves when its last byte is written; the delay of one answer does not hold up the next. */
export async function give({ payload, plan, later }: Answer, connection: Connection, timer: Timer): Promise<void> {
  if (plan.delayMs) await pause(timer, plan.delayMs);
  if (payload !== undefined) {
    await connection.write(replyWire(payload, plan));
  }
  if (plan.later && later !== undefined) {
    await pause(timer, plan.later.delayMs);
    for (let n = 0; n < plan.later.times; n++) await connection.write(wholeFrame(later));
  }
  if (plan.close === 'reset') connection.reset();
  if (plan.close === 'end') connection.end();
}
