import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { handedOn, type Stage } from '../progress/stage.js';
import type { PharmacyOptions } from './options.js';
import { performPharmacyCommand } from './perform/perform.js';
import { findPharmacyPrescription, type PharmacyState } from './pharmacy-state.js';
import { taskFor } from './progress.js';

/** Does one task of its own accord. A prescription that has been stopped or held meanwhile is left alone. */
export function advance(
  state: PharmacyState,
  stage: Stage,
  tools: SimulatorTools,
  options: PharmacyOptions,
): Step<PharmacyState> {
  const elsewhere = handedOn(state, stage);
  if (elsewhere !== undefined) return { state, effects: elsewhere };
  const prescription = findPharmacyPrescription(state.prescriptions, stage.order);
  const kind = prescription && taskFor(prescription);
  if (kind === undefined || kind !== stage.stage) return { state, effects: [] };
  const command = { patient: { identifiers: [] }, order: stage.order, kind };
  return performPharmacyCommand(state, command, tools, options);
}
