import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Observation } from '../../src/messages/facts.js';
import { alert } from '../exchange/note.js';
import { analyteOf } from './catalogue.js';
import type { LisCommand, StatedValue } from './commands.js';
import type { LabOrder, LisState } from './lis-state.js';
import { observeStated, printed } from './observations.js';
import { publish } from './report.js';

type Correct = Extract<LisCommand, { readonly kind: 'correct' }>;
type Withdraw = Extract<LisCommand, { readonly kind: 'withdraw-observation' }>;

/** The whole report again under OBR-25 C: changed values C with the previous one in a note, the others as they were. */
export function correct(state: LisState, order: LabOrder, command: Correct, tools: SimulatorTools): Step<LisState> {
  const { patient } = state.care;
  let observations = order.observations;
  for (const stated of command.values) {
    const analyte = analyteOf(order.test, stated.analyte);
    if (analyte === undefined || patient === undefined) {
      return { state, effects: [alert(`correct refused: there is no analyte '${stated.analyte}'`)] };
    }
    const former = observations.find(({ id }) => id.code === analyte.code);
    const observedAt = former?.observedAt ?? tools.now;
    const next = observeStated(analyte, stated, patient, tools.now, observedAt);
    observations = replaced(observations, former, corrected(next, former, stated));
  }
  return publish(state, order, 'corrected', observations, tools, command.force);
}

function corrected(next: Observation, former: Observation | undefined, { notes = [] }: StatedValue): Observation {
  const previous = former === undefined ? [] : [`Corrected result. Previously reported: ${printed(former)}.`];
  const subId = former?.subId;
  return { ...next, status: 'C', notes: [...previous, ...notes], ...(subId !== undefined && { subId }) };
}

function replaced(
  observations: readonly Observation[],
  former: Observation | undefined,
  next: Observation,
): readonly Observation[] {
  return former === undefined ? [...observations, next] : observations.map((one) => (one === former ? next : one));
}

/** D deletes the pair of OBX-3 and OBX-4, W says that it is wrong; the rest of the report is repeated. */
export function withdraw(state: LisState, order: LabOrder, command: Withdraw, tools: SimulatorTools): Step<LisState> {
  const analyte = analyteOf(order.test, command.analyte);
  const former = order.observations.find(({ id }) => id.code === analyte?.code);
  if (former === undefined)
    return { state, effects: [alert(`withdraw refused: '${command.analyte}' was not reported`)] };
  const next: Observation = { ...former, status: command.as === 'deleted' ? 'D' : 'W' };
  return publish(state, order, 'corrected', replaced(order.observations, former, next), tools, command.force);
}
