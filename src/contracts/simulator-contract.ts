import { contractViolations } from '../../simulators/contract/contract.js';
import type { Simulator, SimulatorEvent } from '../endpoint/simulator.js';
import { demandNone } from './broken-contract.js';
import { messagesFor, toolsFor } from './specimen-stay.js';

/** What a simulator is tried with. */
export interface SimulatorSpecimen<Command> {
  /** Commands of its own, messages and replies, in an order that makes sense; absent: the messages of `messagesFor` its role. */
  readonly events?: readonly SimulatorEvent<Command>[];
  /** How many damaged variants of each message are tried; 25 where absent. */
  readonly mutations?: number;
}

/**
 * A simulator answers every message exactly once, names it in MSA-2, never throws whatever comes, changes no state in
 * place, and does the same for the same seed. Throws AssertionError where it does not.
 */
export function simulatorContract<State, Command>(
  make: () => Simulator<State, Command>,
  specimen: SimulatorSpecimen<Command> = {},
): void {
  const { role } = make();
  const events = specimen.events ?? messagesFor(role).map((message) => ({ kind: 'received', message }) as const);
  const { mutations } = specimen;
  const tools = toolsFor(role);
  const violations = contractViolations(make, { events, tools, ...(mutations !== undefined && { mutations }) });
  demandNone(`the simulator of the role ${role}`, [...new Set(violations)]);
}
