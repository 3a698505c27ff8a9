import type { Simulator, SimulatorEvent, Step } from '../endpoint/simulator.js';

/**
 * A user's simulator that cannot end the run: where it throws at what comes in, the message stays unanswered and the
 * scenario is told. What a step commands may throw: the step reports it.
 */
export function guarded<State, Command>(simulator: Simulator<State, Command>): Simulator<State, Command> {
  const { role } = simulator;
  return {
    role,
    initial: (key) => simulator.initial(key),
    keyOf: (event) => (event.kind === 'command' ? simulator.keyOf(event) : keyOf(simulator, event)),
    step: (state, event, tools) => {
      if (event.kind === 'command') return simulator.step(state, event, tools);
      try {
        return simulator.step(state, event, tools);
      } catch (error) {
        return complaint(state, `the ${role} of the project threw at a ${event.kind} event: ${text(error)}`);
      }
    },
  };
}

/** Where no key can be told, the step will say why. */
function keyOf<State, Command>(simulator: Simulator<State, Command>, event: SimulatorEvent<Command>): string {
  try {
    return simulator.keyOf(event);
  } catch {
    return '';
  }
}

function complaint<State>(state: State, complaintText: string): Step<State> {
  return { state, effects: [{ kind: 'note', level: 'alert', text: complaintText }] };
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
