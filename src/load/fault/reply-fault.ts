import { rng } from '../../base/rng.js';
import type { FaultDefinition } from '../../faults/definition.js';
import type { Fault, ListenerFault, ReplyPlan } from '../../faults/fault.js';
import { HONEST_REPLY } from '../../faults/fault.js';
import { FAULTS } from '../../faults/index.js';
import { type Choice, choiceOf, type FaultMistake, parseChosen } from './choice.js';

/** A fault of a far end on its acknowledgments. */
export interface ReplyFault {
  /** `late-acknowledgment` */
  readonly name: string;
  readonly strikes: Choice['strikes'];
  /** What is done with the reply that would have been given. */
  plan(reply: Buffer | undefined, ordinal: number): ReplyPlan;
}

export type ReplyFaultResult = { readonly kind: 'fault'; readonly make: (seed: string) => ReplyFault } | FaultMistake;

type OnReply = Extract<ListenerFault, { readonly at: 'reply' }>;

/** Of the catalogue what changes a reply and nothing else: a shut port would not know of messages. */
const AT_FAR_END = FAULTS.filter((definition) => isOnReply((definition as FaultDefinition).make()));

const EXAMPLE = 'write late-acknowledgment:delay=2s,on=0.01 or reset-after-receipt:on=every 100';

function isOnReply(fault: Fault): fault is OnReply {
  if (fault.kind !== 'listener' || fault.at !== 'reply') return false;
  return fault.onReply(undefined, HONEST_REPLY, rng('specimen')).later === undefined;
}

/** Reads `reset-after-receipt:on=0.01`: it strikes the first delivery of a message, so that what is sent again gets through. */
export function parseReplyFault(text: string): ReplyFaultResult {
  const chosen = parseChosen(text, AT_FAR_END, EXAMPLE);
  if (chosen.kind === 'mistake') return chosen;
  const { fault, selection } = chosen;
  if (!isOnReply(fault)) return { kind: 'mistake', what: `${fault.name} changes no reply`, remedy: EXAMPLE };
  return {
    kind: 'fault',
    make: (seed) => {
      const choice = choiceOf(fault.name, selection, seed);
      return {
        name: fault.name,
        strikes: choice.strikes,
        plan: (reply, ordinal) => fault.onReply(reply, HONEST_REPLY, choice.draw(ordinal)),
      };
    },
  };
}

/** The faults of a plan, which were read before. */
export function replyFaults(texts: readonly string[], seed: string): readonly ReplyFault[] {
  return texts.map((text) => {
    const result = parseReplyFault(text);
    if (result.kind === 'mistake') throw new Error(`${result.what}: ${result.remedy}`);
    return result.make(seed);
  });
}
