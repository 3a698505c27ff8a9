import type { Effect, SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Identifier } from '../../../src/population/facts.js';
import { alert } from '../../exchange/note.js';
import { isOrder, readNumbers, sameNumber } from '../../read/numbers.js';
import { type ReportedObservation, readObservations } from '../../read/observation.js';
import { readService } from '../../read/order.js';
import { firstOf, type OrderGroup } from '../../read/order-groups.js';
import { time, valued } from '../../read/values.js';
import { mayReach } from '../../status/order-status.js';
import { stateOf } from '../../status/status-codes.js';
import type { EhrState, PlacedOrder } from '../ehr-state.js';
import type { FiledReport } from '../filed-report.js';
import { progress, withFiller } from '../orders/progress.js';
import { fileObservations } from './file-observations.js';

export interface Filed {
  readonly state: EhrState;
  readonly effects: readonly Effect[];
  /** The report contradicts what has happened; nothing of it was filed. */
  readonly illegal?: string;
}

/** Files one OBR: the order's status first, then each observation. What would regress is left out and noticed. */
export function fileReport(
  state: EhrState,
  group: OrderGroup,
  order: PlacedOrder | undefined,
  visit: Identifier | undefined,
  tools: SimulatorTools,
): Filed {
  const resultStatus = valued(firstOf(group, 'OBR'), '25') ?? '';
  const advanced = order === undefined ? undefined : advance(order, group, resultStatus, tools.now);
  if (advanced !== undefined && 'illegal' in advanced) {
    return { state, effects: [alert(advanced.illegal)], illegal: advanced.illegal };
  }
  const former = state.reports.find((report) => isReportOf(report, group));
  const contradiction = regress(former, resultStatus);
  if (contradiction !== undefined) return { state, effects: [alert(contradiction)], illegal: contradiction };
  const { observations, defects } = readObservations(group);
  const fitting = observations.filter((observation) => resultStatus !== 'X' || observation.status === 'X');
  const filing = fileObservations(former?.observations ?? [], fitting, tools.now);
  const report = describe(group, former, filing.observations, resultStatus, order, visit);
  const reports =
    former === undefined ? [...state.reports, report] : state.reports.map((one) => (one === former ? report : one));
  const orders =
    advanced === undefined ? state.orders : state.orders.map((one) => (one === order ? advanced.order : one));
  const alerts = [...defects, ...unexpected(observations, fitting), ...filing.alerts];
  return { state: { ...state, orders, reports }, effects: alerts.map(alert) };
}

function advance(
  order: PlacedOrder,
  group: OrderGroup,
  resultStatus: string,
  at: Date,
): { readonly order: PlacedOrder } | { readonly illegal: string } {
  const to = stateOf(undefined, resultStatus);
  const isChild = readNumbers(group).parent !== undefined;
  // A child (reflex, isolate) under its parent's order number does not speak for the parent.
  if (to === undefined || isChild) return { order };
  const numbered = withFiller(order, readNumbers(group).filler);
  const moved = numbered.kind === 'moved' ? progress(numbered.order, to, 'RE', at) : numbered;
  return moved.kind === 'moved' ? { order: moved.order } : { illegal: moved.reason };
}

/** Without an order the report itself must not go back from final to preliminary, or be corrected before it was final. */
function regress(former: FiledReport | undefined, resultStatus: string): string | undefined {
  const from = former === undefined ? 'accepted' : stateOf(undefined, former.resultStatus);
  const to = stateOf(undefined, resultStatus);
  if (from === undefined || to === undefined || from === to || mayReach(from, to)) return undefined;
  return former === undefined
    ? `a report with OBR-25 ${resultStatus} came before any other`
    : `a report with OBR-25 ${former.resultStatus} cannot become ${resultStatus}`;
}

export function isReportOf(report: FiledReport, group: OrderGroup): boolean {
  const numbers = readNumbers(group);
  if (report.numbers.filler !== undefined && numbers.filler !== undefined) {
    return sameNumber(report.numbers.filler, numbers.filler);
  }
  return isOrder(report.numbers, numbers) && report.service.code === readService(group).code;
}

function describe(
  group: OrderGroup,
  former: FiledReport | undefined,
  observations: FiledReport['observations'],
  resultStatus: string,
  order: PlacedOrder | undefined,
  visit: Identifier | undefined,
): FiledReport {
  const obr = firstOf(group, 'OBR');
  const reportedAt = time(obr, '22');
  const code = valued(obr, '26.1.1');
  const parentResult = code && { code, subId: valued(obr, '26.2') ?? '', text: valued(obr, '26.3') ?? '' };
  return {
    numbers: { ...former?.numbers, ...readNumbers(group) },
    service: readService(group),
    resultStatus,
    observations,
    ...(visit && { visit }),
    unsolicited: order === undefined,
    ...(parentResult && { parentResult }),
    ...(reportedAt && { reportedAt }),
    filings: (former?.filings ?? 0) + 1,
  };
}

function unexpected(all: readonly ReportedObservation[], fitting: readonly ReportedObservation[]): readonly string[] {
  return all.length === fitting.length ? [] : ['observations came under OBR-25 X and were not filed'];
}
