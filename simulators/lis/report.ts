import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Observation, ObservationStatus, ResultReport, ResultStatus } from '../../src/messages/facts.js';
import { PROVIDERS } from '../../src/population/providers.js';
import { alert } from '../exchange/note.js';
import { inState, withOrder } from '../filler/filler-state.js';
import { numberOf, sendReports } from '../filler/tell.js';
import { inWords, mayBecome, type OrderState } from '../status/order-status.js';
import { CODES } from '../status/status-codes.js';
import type { LisCommand, ReportStage, StatedValue } from './commands.js';
import type { LabOrder, LisState } from './lis-state.js';
import { measure, withStatus } from './observations.js';

type Report = Extract<LisCommand, { readonly kind: 'report' }>;

/** Partial, preliminary or final results of an order. */
export function report(state: LisState, order: LabOrder, command: Report, tools: SimulatorTools): Step<LisState> {
  const measured = measureOrder(state, order, command, tools);
  if ('refused' in measured) return { state, effects: [alert(`report refused: ${measured.refused}`)] };
  return publish(state, order, command.as, staged(measured.observations, command.as), tools, command.force);
}

/** The values of an order's test: stated ones first, then those reported before, the rest made up. */
function measureOrder(
  state: LisState,
  order: LabOrder,
  command: { readonly values?: readonly StatedValue[]; readonly mode?: Report['mode'] },
  tools: SimulatorTools,
): { readonly observations: readonly Observation[] } | { readonly refused: string } {
  const { patient } = state.care;
  if (patient === undefined) return { refused: 'the patient is not known' };
  const measured = measure({
    test: order.test,
    patient,
    at: tools.now,
    random: tools.random('result', numberOf(order)),
    mode: command.mode ?? 'plausible',
    values: command.values ?? [],
    observedAt: order.specimen?.collectedAt ?? order.order.collectedAt ?? tools.now,
  });
  if (measured.kind === 'unknown-analyte') return { refused: `there is no analyte '${measured.name}'` };
  const stated = new Set((command.values ?? []).map(({ analyte }) => analyte));
  const isStated = ({ id }: Observation): boolean => stated.has(id.code) || stated.has(id.text);
  // A value that was reported stays the same in the next report unless somebody states another one.
  const observations = measured.observations.map((fresh) =>
    isStated(fresh)
      ? fresh
      : (order.observations.find((old) => old.id.code === fresh.id.code && hasValue(old)) ?? fresh),
  );
  return { observations };
}

function hasValue({ value }: Observation): boolean {
  return value.type !== 'none';
}

/** OBX-11 by stage. In a partial report the first half is final, the rest is still awaited. */
function staged(observations: readonly Observation[], as: ReportStage): readonly Observation[] {
  const half = Math.ceil(observations.length / 2);
  switch (as) {
    case 'partial':
      return observations.map((observation, index) =>
        index < half ? { ...observation, status: 'F' } : awaited(observation),
      );
    case 'preliminary':
      return withStatus(observations, 'P');
    case 'final':
      return withStatus(observations, 'F');
  }
}

function awaited({ id, subId }: Observation): Observation {
  return { id, ...(subId !== undefined && { subId }), value: { type: 'none' }, status: 'I' };
}

/** Sends the report if the order may go there; by force also when it may not, and then nothing changes here. */
export function publish(
  state: LisState,
  order: LabOrder,
  to: OrderState,
  observations: readonly Observation[],
  tools: SimulatorTools,
  force = false,
): Step<LisState> {
  const isLegal = mayBecome(order.state, to);
  if (!isLegal && !force) {
    const text = `order ${numberOf(order)} is ${inWords(order.state)} and cannot become ${inWords(to)}`;
    return { state, effects: [alert(`report refused: ${text}`)] };
  }
  const effect = sendReports(state, order, [describe(order, to, observations, tools)], tools);
  const sent = { ...order, sent: order.sent + 1 };
  const after = isLegal ? { ...inState(sent, to, tools.now), observations: remaining(observations) } : sent;
  return { state: withOrder(state, order, after), effects: [effect] };
}

/** What has been deleted is not repeated. */
function remaining(observations: readonly Observation[]): readonly Observation[] {
  return observations.filter(({ status }) => status !== 'D');
}

/** ORC, OBR and OBX of a report with the status codes of the state that it brings about. */
export function describe(
  order: LabOrder,
  to: OrderState,
  observations: readonly Observation[],
  tools: SimulatorTools,
): ResultReport {
  const { order: status, result } = CODES[to];
  const resultStatus: ResultStatus = result ?? statusByObservations(observations);
  return {
    order: { ...order.order, control: 'RE', ...(status && { status }) },
    resultStatus,
    reportedAt: tools.now,
    observations,
    performer: PERFORMER,
    ...(order.specimen && { specimen: order.specimen }),
    ...(order.parentResult && { parentResult: order.parentResult }),
  };
}

function statusByObservations([first]: readonly Observation[]): ResultStatus {
  const byObservation: Partial<Record<ObservationStatus, ResultStatus>> = { P: 'P', C: 'C', X: 'X' };
  return (first && byObservation[first.status]) ?? 'F';
}

const [DIRECTOR] = PROVIDERS.filter(({ hospitalService }) => hospitalService === 'LAB');

/** OBX-23 to 25: who did the work. */
const PERFORMER: NonNullable<ResultReport['performer']> = {
  name: 'Pipehat Clinical Laboratory',
  address: { street: '1 Synthetic Way', city: 'Springfield', state: 'IL', zip: '62701', country: 'USA' },
  ...(DIRECTOR && { director: DIRECTOR }),
};
