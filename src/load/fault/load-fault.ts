import { type Rng, rng } from '../../base/rng.js';
import type { FaultDefinition } from '../../faults/definition.js';
import type { ConnectionFault, Fault, MessageFault, WireFault } from '../../faults/fault.js';
import { FAULTS } from '../../faults/index.js';
import { write } from '../../faults/plan-bytes.js';
import type { Selection } from '../../faults/selection.js';
import { type WirePlan, wholeFrame } from '../../mllp/wire-plan.js';
import { type Choice, choiceOf, type FaultMistake, parseChosen } from './choice.js';

/** A fault on the messages of a load run. */
export interface LoadFault {
  /** `missing-end` */
  readonly name: string;
  readonly strikes: Choice['strikes'];
  /** How often it writes the message: more than once where it is sent again, and the last time decides. */
  readonly attempts: number;
  /** Milliseconds between the end of the attempt before and this one, counted from 0. */
  waitMs(attempt: number): number;
  /** How the frame reaches the wire in an attempt, counted from 0. */
  plan(frame: Buffer, ordinal: number, attempt: number): WirePlan;
}

type Usable = WireFault | ConnectionFault | MessageFault;

export type LoadFaultResult = { readonly kind: 'fault'; readonly make: (seed: string) => LoadFault } | FaultMistake;

/** What a fault is asked with before there is a message. */
const SPECIMEN = Buffer.from('MSH|^~\\&|A|A|B|B|20260101||ADT^A31^ADT_A05|1|T|2.5.1\rEVN|A31\rPID|1||1^^^A\r');

/**
 * Those of the catalogue that can be used: what changes how one frame reaches the wire, breaks its connection, or sends the very same
 * message again. The others need the course of a scenario.
 */
const AT_LOAD = FAULTS.filter((definition) => isUsable((definition as FaultDefinition).make()));

function isUsable(fault: Fault): fault is Usable {
  if (fault.kind === 'wire') return fault.together === 1;
  if (fault.kind === 'connection') return fault.attempts(wholeFrame(SPECIMEN), rng('specimen')).length > 1;
  if (fault.kind !== 'message') return false;
  const sent = fault.apply(SPECIMEN, rng('specimen'));
  return sent.length > 1 && sent.every(({ raw }) => raw.equals(SPECIMEN));
}

const EXAMPLE = 'write missing-end:on=0.01 or byte-by-byte:on=every 100,type=ORU^R01';

/** Reads `missing-end:on=0.01`: which messages it strikes must be said, each n-th or with a probability. */
export function parseLoadFault(text: string): LoadFaultResult {
  const chosen = parseChosen(text, AT_LOAD, EXAMPLE);
  if (chosen.kind === 'mistake') return chosen;
  const { fault, selection } = chosen;
  if (!isUsable(fault)) return { kind: 'mistake', what: `${fault.name} cannot strike a load`, remedy: EXAMPLE };
  return { kind: 'fault', make: (seed) => loadFault(fault, selection, seed) };
}

/** The faults of a plan, which were read before. */
export function loadFaults(texts: readonly string[], seed: string): readonly LoadFault[] {
  return texts.map((text) => {
    const result = parseLoadFault(text);
    if (result.kind === 'mistake') throw new Error(`${result.what}: ${result.remedy}`);
    return result.make(seed);
  });
}

function loadFault(fault: Usable, selection: Selection, seed: string): LoadFault {
  const choice = choiceOf(fault.name, selection, seed);
  const waits = waitsOf(fault);
  return {
    name: fault.name,
    attempts: waits.length,
    strikes: choice.strikes,
    waitMs: (attempt) => waits[attempt] ?? 0,
    plan: (frame, ordinal, attempt) => planOf(fault, frame, choice.draw(ordinal), attempt),
  };
}

/** Before each attempt. */
function waitsOf(fault: Usable): readonly number[] {
  if (fault.kind === 'wire') return [0];
  const attempts =
    fault.kind === 'connection'
      ? fault.attempts(wholeFrame(SPECIMEN), rng('specimen'))
      : fault.apply(SPECIMEN, rng('specimen'));
  return attempts.map(({ afterMs }) => afterMs);
}

function planOf(fault: Usable, frame: Buffer, random: Rng, attempt: number): WirePlan {
  const plan = [write(frame)];
  if (fault.kind === 'wire') return fault.apply(plan, random);
  return (fault.kind === 'connection' && fault.attempts(plan, random)[attempt]?.plan) || plan;
}
