import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Observation, ObservationStatus, ResultReport } from '../../src/messages/facts.js';
import type { LaboratoryOrderable, Patient } from '../../src/population/facts.js';
import { alert } from '../exchange/note.js';
import { ownNumber } from '../exchange/number.js';
import { inState } from '../filler/filler-state.js';
import { numberOf, sendReports } from '../filler/tell.js';
import { inWords, mayBecome } from '../status/order-status.js';
import { analyteOf, testByCode } from './catalogue.js';
import type { Isolate, LisCommand } from './commands.js';
import type { LabOrder, LisState } from './lis-state.js';
import { observeStated } from './observations.js';
import { describe } from './report.js';

type Culture = Extract<LisCommand, { readonly kind: 'report-culture' }>;

/**
 * Microbiology: the culture's own OBR with one organism an OBX-4 group, then one child OBR an isolate with its
 * susceptibilities under the same OBX-4, all in one message.
 */
export function reportCulture(
  state: LisState,
  order: LabOrder,
  command: Culture,
  tools: SimulatorTools,
): Step<LisState> {
  const { patient } = state.care;
  if (patient === undefined || (!mayBecome(order.state, command.as) && !command.force)) {
    return { state, effects: [alert(`culture refused: order ${numberOf(order)} is ${inWords(order.state)}`)] };
  }
  const status: ObservationStatus = command.as === 'final' ? 'F' : 'P';
  const organisms = command.isolates.map((isolate, index) => organism(order, isolate, index, status, tools));
  const growth = organisms.length > 0 ? organisms : [noGrowth(order, status, tools)];
  const parent = describe(order, command.as, growth, tools);
  const tested = command.isolates
    .map((isolate, index) => ({ isolate, index }))
    .filter(({ isolate }) => isolate.susceptibilities.length > 0);
  const children = tested.map(({ isolate, index }) =>
    antibiogram(state, order, patient, isolate, index, status, tools),
  );
  const reports = [parent, ...children.map((child) => describe(child, command.as, child.observations, tools))];
  const message = sendReports(state, order, reports satisfies readonly ResultReport[], tools);
  const reported = { ...inState(order, command.as, tools.now), observations: growth, sent: order.sent + 1 };
  const known = new Set(children.map(numberOf));
  const others = state.orders.filter((one) => one !== order && !known.has(numberOf(one)));
  return { state: { ...state, orders: [...others, reported, ...children] }, effects: [message] };
}

/** The culture's first analyte names what grew. */
function organism(
  { test, specimen }: LabOrder,
  { organism: found, quantity }: Isolate,
  index: number,
  status: ObservationStatus,
  tools: SimulatorTools,
): Observation {
  return {
    id: idOf(test),
    subId: String(index + 1),
    value: { type: 'CE', value: found },
    flags: ['A'],
    status,
    observedAt: specimen?.collectedAt ?? tools.now,
    ...(quantity !== undefined && { notes: [`Quantity: ${quantity}`] }),
  };
}

function noGrowth({ test, specimen }: LabOrder, status: ObservationStatus, tools: SimulatorTools): Observation {
  const text = test.analytes[0]?.expected ?? 'No growth';
  const value = { type: 'CE', value: { code: '', text, system: '' } } as const;
  return { id: idOf(test), subId: '1', value, status, observedAt: specimen?.collectedAt ?? tools.now };
}

function idOf(test: LaboratoryOrderable): Observation['id'] {
  const { code, text, system } = test.analytes[0] ?? test;
  return { code, text, system };
}

/** LOINC 29576-6, the panel under which an isolate's susceptibilities are reported. */
const SUSCEPTIBILITY_PANEL = { code: '29576-6', text: 'Bacterial susceptibility panel', system: 'LN' };

function antibiogram(
  state: LisState,
  order: LabOrder,
  patient: Patient,
  isolate: Isolate,
  index: number,
  status: ObservationStatus,
  tools: SimulatorTools,
): LabOrder {
  const subId = String(index + 1);
  const filler = ownNumber(tools, 'filler', 'isolate', numberOf(order), index);
  const known = state.orders.find(({ order: { numbers } }) => numbers.filler?.id === filler.id);
  const test = testByCode(SUSCEPTIBILITY_PANEL) ?? order.test;
  const observedAt = order.specimen?.collectedAt ?? tools.now;
  const observations = isolate.susceptibilities.flatMap((stated): readonly Observation[] => {
    const analyte = analyteOf(test, stated.analyte);
    if (analyte === undefined) return [];
    return [{ ...observeStated(analyte, stated, patient, tools.now, observedAt), subId, status }];
  });
  const { placer, filler: parentFiller, group } = order.order.numbers;
  const parent = { ...(placer && { placer }), ...(parentFiller && { filler: parentFiller }) };
  const { observations: _own, parentResult: _cause, ...base } = known ?? order;
  return {
    ...base,
    test,
    order: { ...order.order, service: SUSCEPTIBILITY_PANEL, numbers: { filler, parent, ...(group && { group }) } },
    state: status === 'F' ? 'final' : 'preliminary',
    observations,
    parentResult: { id: idOf(order.test), subId, text: isolate.organism.text },
  };
}
