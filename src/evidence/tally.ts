import type { RunRecord, ScenarioRecord } from './run-record.js';
import { type Verdict, worst } from './verdict.js';

export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** How many scenarios have each verdict. */
export function verdictCounts(scenarios: readonly ScenarioRecord[]): VerdictCounts {
  const counts = { passed: 0, failed: 0, pending: 0, untestable: 0, 'harness-error': 0 };
  for (const { verdict } of scenarios) counts[verdict]++;
  return counts;
}

/** One line of the traceability matrix. `untested`: the requirement is listed, but no scenario carries its id. */
export interface RequirementRow {
  readonly id: string;
  /** From the config; absent where only a tag names it. */
  readonly text?: string;
  readonly scenarios: readonly ScenarioRecord[];
  readonly verdict: Verdict | 'untested';
}

/** Every requirement that the config lists or a scenario's tag names, by id; the verdict is the worst of its scenarios. */
export function requirementMatrix(run: RunRecord): readonly RequirementRow[] {
  const texts = run.manifest.requirements;
  const tested = new Map<string, ScenarioRecord[]>();
  for (const scenario of run.scenarios) {
    for (const id of new Set(scenario.requirements)) tested.set(id, [...(tested.get(id) ?? []), scenario]);
  }
  const ids = new Set([...Object.keys(texts), ...tested.keys()]);
  return [...ids].sort().map((id) => {
    const scenarios = tested.get(id) ?? [];
    const text = Object.hasOwn(texts, id) ? texts[id] : undefined;
    const verdict = scenarios.length === 0 ? 'untested' : worst(scenarios.map((scenario) => scenario.verdict));
    return { id, ...(text === undefined ? {} : { text }), scenarios, verdict };
  });
}
