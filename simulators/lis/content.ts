import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Observation } from '../../src/messages/facts.js';
import type { LisCommand } from './commands.js';
import type { LabOrder, LisState } from './lis-state.js';
import { publish } from './report.js';

type ReportContent = Extract<LisCommand, { readonly kind: 'report-content' }>;

/** A report in words, or a document, under the code of the test: TX over several repetitions, FT with line breaks, ED. */
export function reportContent(
  state: LisState,
  order: LabOrder,
  command: ReportContent,
  tools: SimulatorTools,
): Step<LisState> {
  const { code, text, system } = order.test;
  const observation: Observation = {
    id: { code, text, system },
    value: command.content,
    status: command.as === 'final' ? 'F' : 'P',
    observedAt: order.specimen?.collectedAt ?? tools.now,
  };
  return publish(state, order, command.as, [observation], tools, command.force);
}
