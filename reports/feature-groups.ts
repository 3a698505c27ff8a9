import type { RunRecord, ScenarioRecord } from '../src/evidence/run-record.js';

export interface FeatureGroup {
  readonly id: string;
  readonly name: string;
  readonly uri: string;
  readonly scenarios: readonly ScenarioRecord[];
}

/** Scenarios by feature file, in the order in which they ran. */
export function featureGroups(run: RunRecord): readonly FeatureGroup[] {
  const groups = new Map<string, ScenarioRecord[]>();
  for (const scenario of run.scenarios) {
    groups.set(scenario.uri, [...(groups.get(scenario.uri) ?? []), scenario]);
  }
  return [...groups].map(([uri, scenarios], index) => {
    return { id: `f${index + 1}`, name: scenarios[0]?.feature ?? uri, uri, scenarios };
  });
}
