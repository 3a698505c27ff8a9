import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import type { ReplyPlan } from './fault.js';

/** Everything that is written in answer to a message: what comes before the reply, and the reply as often as it is given. */
export function replyWire(payload: Buffer, plan: ReplyPlan): WirePlan {
  const { before = [], times = 1, gapMs = 0, reshape = (whole: WirePlan) => whole } = plan;
  const gap: WirePlan = gapMs > 0 ? [{ kind: 'pause', ms: gapMs }] : [];
  const copies = Array.from({ length: times }, (_, n) => [...(n > 0 ? gap : []), ...reshape(wholeFrame(payload))]);
  return [...before.flatMap((bytes) => wholeFrame(bytes)), ...copies.flat()];
}
