import { never } from '../../src/base/never.js';
import type { SimulatorEvent, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { absorbCare, surrender, type Word, wordOf } from './merge.js';
import { alert, info } from './note.js';
import { handle, type Intake } from './receive.js';
import type { SystemState } from './system-state.js';

export interface Heeding<S extends SystemState> {
  readonly intake: Intake<S>;
  readonly isState: (held: object) => held is S;
  readonly empty: (key: string) => S;
  /** What the survivor holds after it took over `held`, visits apart. */
  readonly absorb: (state: S, held: S) => S;
}

type Timer = Extract<SimulatorEvent<never>, { readonly kind: 'timer' }>;

/** The timers by which one key speaks to another: merges, redirected messages, routes. */
export function heedWord<S extends SystemState>(
  state: S,
  timer: Timer,
  tools: SimulatorTools,
  heeding: Heeding<S>,
): Step<S> {
  const word = wordOf(timer, heeding.isState);
  if (word === undefined) return { state, effects: [alert(`the timer ${timer.name} is not known here`)] };
  return heed(state, word, tools, heeding);
}

function heed<S extends SystemState>(state: S, word: Word<S>, tools: SimulatorTools, heeding: Heeding<S>): Step<S> {
  switch (word.kind) {
    case 'surrender':
      return surrender(state, heeding.empty(state.key), word.to);
    case 'absorb':
      return {
        state: absorbCare(heeding.absorb(state, word.held), word.held),
        effects: [info(`took over record ${word.from}`)],
      };
    case 'route':
      return { state: { ...state, route: word.to }, effects: [] };
    case 'redirected':
      return redirected(state, word.message, tools, heeding.intake);
    default:
      return never(word);
  }
}

/** It was acknowledged under the key on which it came; here only its effects count. */
function redirected<S extends SystemState>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  intake: Intake<S>,
): Step<S> {
  const { state: after, refusal, effects = [] } = handle(state, message, tools, intake);
  const refused =
    refusal === undefined ? [] : [alert(`redirected ${message.controlId} refused: ${refusal.error.userMessage ?? ''}`)];
  return { state: after, effects: [...effects, ...refused] };
}
