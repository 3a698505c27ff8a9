import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Observation, ObservationStatus, ResultReport } from '../../src/messages/facts.js';
import type { Provider } from '../../src/population/facts.js';
import { PROVIDERS } from '../../src/population/providers.js';
import { reportText } from '../../src/population/report-text.js';
import { numberOf, sendReports } from '../filler/tell.js';
import { CODES } from '../status/status-codes.js';
import type { RisCommand } from './commands.js';
import { tellDocument } from './document.js';
import type { ImagingOrder, RisState } from './ris-state.js';
import { move, refuse } from './tell.js';

type Report = Extract<RisCommand, { readonly kind: 'report' }>;
type Addendum = Extract<RisCommand, { readonly kind: 'add-addendum' }>;
type Correct = Extract<RisCommand, { readonly kind: 'correct-report' }>;

const RADIOLOGISTS = PROVIDERS.filter(({ hospitalService }) => hospitalService === 'RAD');

/** OBR-25 P (dictated) or F (signed), one OBX-4 a part of the report, OBR-32 the radiologist. */
export function report(state: RisState, order: ImagingOrder, command: Report, tools: SimulatorTools): Step<RisState> {
  if (!order.performed && !command.force) return refuse(state, command.kind, order, 'has not been examined');
  return move(state, order, command.as, command, tools, (moved) => {
    const interpreter = order.interpreter ?? radiologist(order, tools);
    const status: ObservationStatus = command.as === 'final' ? 'F' : 'P';
    const observations = write(order, command, status, tools);
    const reported: ImagingOrder = { ...moved, observations, ...(interpreter && { interpreter }) };
    const document = command.document ? tellDocument(state, reported, command.as, tools) : [];
    return { order: reported, effects: [send(state, reported, tools), ...document] };
  });
}

/** The signed text stays as it is, the addendum follows it as a part of its own. */
export function addAddendum(
  state: RisState,
  order: ImagingOrder,
  command: Addendum,
  tools: SimulatorTools,
): Step<RisState> {
  return move(state, order, 'corrected', command, tools, (moved) => {
    const text = command.text ?? compose(order, 'plausible', tools).addendum;
    const next = paragraph(order, order.observations.length, ['ADDENDUM', text], 'F', tools);
    const extended: ImagingOrder = { ...moved, observations: [...order.observations, next] };
    return { order: extended, effects: [send(state, extended, tools)] };
  });
}

/** The last part of the report, its impression, is replaced under OBX-11 C. */
export function correctReport(
  state: RisState,
  order: ImagingOrder,
  command: Correct,
  tools: SimulatorTools,
): Step<RisState> {
  return move(state, order, 'corrected', command, tools, (moved) => {
    const last = order.observations.length - 1;
    const next = paragraph(order, Math.max(0, last), ['CORRECTED REPORT', command.text], 'C', tools);
    const observations = last < 0 ? [next] : order.observations.with(last, next);
    const corrected: ImagingOrder = { ...moved, observations };
    return { order: corrected, effects: [send(state, corrected, tools)] };
  });
}

function send(state: RisState, order: ImagingOrder, tools: SimulatorTools) {
  const { order: status, result = 'F' } = CODES[order.state];
  const facts: ResultReport = {
    order: { ...order.order, control: 'RE', ...(status && { status }) },
    resultStatus: result,
    reportedAt: tools.now,
    observations: order.observations,
    ...(order.interpreter && { interpreter: order.interpreter }),
  };
  return sendReports(state, order, [facts], tools);
}

/** What was dictated is what is signed, unless another text is given. */
function write(
  order: ImagingOrder,
  command: Report,
  status: ObservationStatus,
  tools: SimulatorTools,
): readonly Observation[] {
  if (command.content !== undefined) return [part(order, 0, command.content, status, tools)];
  if (command.text !== undefined) return [paragraph(order, 0, command.text, status, tools)];
  if (order.observations.length > 0) return order.observations.map((observation) => ({ ...observation, status }));
  const { technique, findings, impression } = compose(order, command.findings ?? 'plausible', tools);
  const sections = [
    ['TECHNIQUE', technique],
    ['FINDINGS', ...findings],
    ['IMPRESSION', ...impression],
  ];
  return sections.map((lines, index) => paragraph(order, index, lines, status, tools));
}

function compose(order: ImagingOrder, mode: 'normal' | 'abnormal' | 'plausible', tools: SimulatorTools) {
  return reportText(order.procedure, { random: tools.random('report', numberOf(order)), mode });
}

function paragraph(
  order: ImagingOrder,
  index: number,
  lines: readonly string[],
  status: ObservationStatus,
  tools: SimulatorTools,
): Observation {
  return part(order, index, { type: 'TX', lines }, status, tools);
}

function part(
  { procedure }: ImagingOrder,
  index: number,
  value: Observation['value'],
  status: ObservationStatus,
  tools: SimulatorTools,
): Observation {
  const { code, text, system } = procedure;
  return { id: { code, text, system }, subId: String(index + 1), value, status, observedAt: tools.now };
}

function radiologist(order: ImagingOrder, tools: SimulatorTools): Provider | undefined {
  return RADIOLOGISTS.length === 0 ? undefined : tools.random('radiologist', numberOf(order)).pick(RADIOLOGISTS);
}
