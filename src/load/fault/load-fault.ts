import { rng } from '../../base/rng.js';
import type { WireFault } from '../../faults/fault.js';
import { FAULTS } from '../../faults/index.js';
import { parseFault } from '../../faults/parse-fault.js';
import { write } from '../../faults/plan-bytes.js';
import type { Selection } from '../../faults/selection.js';
import type { WirePlan } from '../../mllp/wire-plan.js';

/** A fault on the messages of a load run. */
export interface LoadFault {
  /** `missing-end` */
  readonly name: string;
  /** Whether it strikes a message: by its ordinal alone, so that every worker of every machine decides alike. */
  strikes(ordinal: number, type: string): boolean;
  /** How the frame reaches the wire. */
  plan(frame: Buffer, ordinal: number): WirePlan;
}

export type LoadFaultResult =
  | { readonly kind: 'fault'; readonly make: (seed: string) => LoadFault }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string };

/** Those of the catalogue that change how one frame reaches the wire: the others need the course of a scenario. */
const AT_LOAD = FAULTS.filter((definition) => {
  const fault = definition.make();
  return fault.kind === 'wire' && fault.together === 1;
});

const EXAMPLE = 'write missing-end:on=0.01 or byte-by-byte:on=every 100,type=ORU^R01';

/** Reads `missing-end:on=0.01`: which messages it strikes must be said, each n-th or with a probability. */
export function parseLoadFault(text: string): LoadFaultResult {
  const parsed = parseFault(text, AT_LOAD);
  if (parsed.kind === 'mistaken') return { kind: 'mistake', what: parsed.mistakes.join('; '), remedy: EXAMPLE };
  const { fault, selection } = parsed;
  const { on, times } = selection;
  if (fault.kind !== 'wire') return { kind: 'mistake', what: `${fault.name} changes no bytes`, remedy: EXAMPLE };
  if (on.kind === 'next' || on.kind === 'span')
    return { kind: 'mistake', what: `"${text}" does not say which messages`, remedy: EXAMPLE };
  if (times !== Number.POSITIVE_INFINITY) {
    const what = `${fault.name}: times= would need all workers and machines to count together`;
    return { kind: 'mistake', what, remedy: 'leave it out: on= says which share is struck' };
  }
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

function loadFault(fault: WireFault, { on, after, type }: Selection, seed: string): LoadFault {
  const draw = (ordinal: number) => rng(seed, 'fault', fault.name, ordinal);
  const isChosen = (ordinal: number): boolean => {
    if (on.kind === 'every') return (ordinal - after + 1) % on.n === 0;
    return on.kind === 'probability' && draw(ordinal).chance(on.p);
  };
  return {
    name: fault.name,
    strikes: (ordinal, own) => ordinal >= after && isOfType(own, type) && isChosen(ordinal),
    plan: (frame, ordinal) => fault.apply([write(frame)], draw(ordinal)),
  };
}

function isOfType(own: string, wanted: string | undefined): boolean {
  return wanted === undefined || own === wanted || own.startsWith(`${wanted}^`);
}
