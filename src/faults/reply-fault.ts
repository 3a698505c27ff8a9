import type { Rng } from '../base/rng.js';
import type { ListenerFault, ReplyPlan } from './fault.js';

/** A fault of the reply; `reply` is the simulator's own, and one that it does not give is left alone. */
export function onReply(
  name: string,
  change: (reply: Buffer, plan: ReplyPlan, random: Rng) => ReplyPlan,
): ListenerFault {
  const apply = (reply: Buffer | undefined, plan: ReplyPlan, random: Rng): ReplyPlan =>
    reply === undefined ? plan : change(reply, plan, random);
  return { kind: 'listener', at: 'reply', name, onReply: apply };
}
