import type { Effect, SimulatorEvent } from '../../src/endpoint/simulator.js';
import { Message } from '../../src/hl7/message.js';
import { absorb } from '../care/care-record.js';
import { readMerges } from '../care/patient-key.js';
import { info } from './note.js';
import type { SystemState } from './system-state.js';

/** What simulators tell each other's keys, and themselves later, through `schedule`. */
export type Word<S> =
  /** The record under this key was merged into `to`: give up what is held. */
  | { readonly kind: 'surrender'; readonly to: string }
  /** What the subsumed record held. */
  | { readonly kind: 'absorb'; readonly from: string; readonly held: S }
  /** A message that came under a key that leads here. */
  | { readonly kind: 'redirected'; readonly message: Message }
  /** An order number leads to the patient's key. */
  | { readonly kind: 'route'; readonly to: string };

type Timer = Extract<SimulatorEvent<never>, { readonly kind: 'timer' }>;

/** Each pair of PID and MRG asks the subsumed key to surrender. */
export function surrenders(message: Message): readonly Effect[] {
  return readMerges(message).map(({ survivor, subsumed }) => surrenderOf(subsumed, survivor));
}

export function surrenderOf(subsumed: string, survivor: string): Effect {
  return { kind: 'schedule', name: 'surrender', afterMs: 0, key: subsumed, data: { kind: 'surrender', to: survivor } };
}

/** The word that a timer brings, if it is one of these. The data came from this room's own effects. */
export function wordOf<S extends SystemState>(timer: Timer, isState: (held: object) => held is S): Word<S> | undefined {
  const { data } = timer;
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'redirected' && 'message' in data && data.message instanceof Message) {
    return { kind: 'redirected', message: data.message };
  }
  if ((data.kind === 'surrender' || data.kind === 'route') && 'to' in data && typeof data.to === 'string') {
    return { kind: data.kind, to: data.to };
  }
  if (data.kind !== 'absorb' || !('from' in data) || !('held' in data)) return undefined;
  const { from, held } = data;
  if (typeof from !== 'string' || typeof held !== 'object' || held === null || !isState(held)) return undefined;
  return { kind: 'absorb', from, held };
}

/** The subsumed key: empties itself, leads to the survivor, and hands over what it held. */
export function surrender<S extends SystemState>(
  state: S,
  empty: S,
  survivor: string,
): { state: S; effects: readonly Effect[] } {
  if (state.care.mergedInto !== undefined) return { state, effects: [] };
  const data = { kind: 'absorb', from: state.key, held: state };
  const handOver: Effect = { kind: 'schedule', name: 'absorb', afterMs: 0, key: survivor, data };
  return {
    state: { ...empty, seen: state.seen, care: { ...empty.care, mergedInto: survivor } },
    effects: [handOver, info(`record ${state.key} was merged into ${survivor}`)],
  };
}

/** The survivor's record with the visits of the other. */
export function absorbCare<S extends SystemState>(state: S, held: SystemState): S {
  return { ...state, care: absorb(state.care, held.care, held.key) };
}
