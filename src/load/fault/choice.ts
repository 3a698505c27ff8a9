import { type Rng, rng } from '../../base/rng.js';
import type { FaultDefinition } from '../../faults/definition.js';
import type { Fault } from '../../faults/fault.js';
import { parseFault } from '../../faults/parse-fault.js';
import type { Selection } from '../../faults/selection.js';

export interface FaultMistake {
  readonly kind: 'mistake';
  readonly what: string;
  readonly remedy: string;
}

/** Which messages of a run a fault strikes. */
export interface Choice {
  /** By the ordinal of the message alone, so that every worker of every machine decides alike. */
  strikes(ordinal: number, type: string): boolean;
  /** The random choices for one message. */
  draw(ordinal: number): Rng;
}

/** Reads a fault of a load: which messages it strikes must be said, each n-th or with a probability. */
export function parseChosen(
  text: string,
  known: readonly FaultDefinition[],
  remedy: string,
): { readonly kind: 'chosen'; readonly fault: Fault; readonly selection: Selection } | FaultMistake {
  const parsed = parseFault(text, known);
  if (parsed.kind === 'mistaken') return { kind: 'mistake', what: parsed.mistakes.join('; '), remedy };
  const { fault, selection } = parsed;
  const { on, times } = selection;
  if (on.kind === 'next' || on.kind === 'span')
    return { kind: 'mistake', what: `"${text}" does not say which messages`, remedy };
  if (times !== Number.POSITIVE_INFINITY) {
    const what = `${fault.name}: times= would need all workers and machines to count together`;
    return { kind: 'mistake', what, remedy: 'leave it out: on= says which share is struck' };
  }
  return { kind: 'chosen', fault, selection };
}

export function choiceOf(name: string, { on, after, type }: Selection, seed: string): Choice {
  const draw = (ordinal: number): Rng => rng(seed, 'fault', name, ordinal);
  const isChosen = (ordinal: number): boolean => {
    if (on.kind === 'every') return (ordinal - after + 1) % on.n === 0;
    return on.kind === 'probability' && draw(ordinal).chance(on.p);
  };
  return { draw, strikes: (ordinal, own) => ordinal >= after && isOfType(own, type) && isChosen(ordinal) };
}

function isOfType(own: string, wanted: string | undefined): boolean {
  return wanted === undefined || own === wanted || own.startsWith(`${wanted}^`);
}
