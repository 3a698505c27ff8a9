import type { Timer } from '../../base/timer.js';
import type { ReplyPlan } from '../../faults/fault.js';
import { replyWire } from '../../faults/reply-wire.js';
import type { Connection } from '../../mllp/connection.js';
import { answerTo } from './answer.js';

interface Struck {
  /** The message; good until the function returns. */
  readonly payload: Buffer;
  /** The frame of the reply that an honest receiver gives. */
  readonly own: Buffer | undefined;
  readonly connection: Connection;
  readonly ordinal: number;
  readonly timer: Timer;
}

/** Gives a reply as a fault wants it: late, another, none, or with the connection closed behind it. */
export function giveStruck(plan: ReplyPlan, { payload, own, connection, ordinal, timer }: Struck): void {
  const reply = replyOf(plan, payload, own, ordinal);
  const give = (): void => {
    if (reply !== undefined) connection.post(replyWire(reply, plan), () => {});
    if (plan.close === 'reset') connection.reset();
    if (plan.close === 'end') connection.end();
  };
  if (plan.delayMs === undefined || plan.delayMs === 0) give();
  else timer.after(plan.delayMs, give, { background: true });
}

function replyOf({ send }: ReplyPlan, payload: Buffer, own: Buffer | undefined, ordinal: number): Buffer | undefined {
  if (send === 'nothing') return undefined;
  if (Buffer.isBuffer(send)) return send;
  return payloadOf(send === 'reply' ? own : answerTo(payload, send.code, ordinal));
}

function payloadOf(frame: Buffer | undefined): Buffer | undefined {
  return frame?.subarray(1, -2);
}
