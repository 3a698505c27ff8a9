import type { Effect, Simulator, SimulatorEvent, SimulatorTools } from './simulator.js';

/** A simulator with its state for each key (a patient). */
export class StateKeeper<State, Command> {
  readonly #simulator: Simulator<State, Command>;
  readonly #states = new Map<string, State>();

  constructor(simulator: Simulator<State, Command>) {
    this.#simulator = simulator;
  }

  keyOf(event: SimulatorEvent<Command>): string {
    return this.#simulator.keyOf(event);
  }

  state(key: string): State {
    return this.#states.get(key) ?? this.#simulator.initial(key);
  }

  /** Takes a step. A simulator must not throw; a user's may all the same: then nothing changes, and `onFailure` is told. */
  step(
    key: string,
    event: SimulatorEvent<Command>,
    tools: SimulatorTools,
    onFailure: (error: unknown) => void,
  ): readonly Effect[] {
    try {
      const { state, effects } = this.#simulator.step(this.state(key), event, tools);
      this.#states.set(key, state);
      return effects;
    } catch (error) {
      onFailure(error);
      return [];
    }
  }
}
