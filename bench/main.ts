import { type Effort, FULL, SMOKE } from './effort.js';
import { gates } from './gates.js';
import type { Group } from './group.js';
import { loadGroups } from './load/groups.js';
import { type BenchOptions, benchOptions, type GroupName, USAGE } from './options.js';
import { parsingGroup } from './parsing/group.js';
import { repeatCases } from './repeat-cases.js';
import { environment } from './report/environment.js';
import { type BenchReport, textReport } from './report/text.js';
import { type GroupResult, groupResult } from './results.js';
import { startupGroup } from './startup/group.js';
import { transportGroup } from './transport/group.js';
import { exchangeGroup } from './validation/exchange-group.js';
import { validationGroup } from './validation/group.js';

const GROUPS: Readonly<Record<GroupName, (effort: Effort, isLong: boolean) => readonly Group[]>> = {
  parsing: (effort) => [parsingGroup(effort)],
  transport: (effort) => [transportGroup(effort)],
  startup: (effort) => [startupGroup(effort)],
  validation: (effort) => [validationGroup(effort), exchangeGroup(effort)],
  load: loadGroups,
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'number') return options;
  const report = await measure(options);
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : textReport(report));
  return options.isStrict && report.gates.some(({ isMet }) => !isMet) ? 1 : 0;
}

/** The exit code where there is nothing to measure. */
function readOptions(args: readonly string[]): BenchOptions | number {
  try {
    const options = benchOptions(args);
    if (!options.isHelp) return options;
    process.stdout.write(USAGE);
    return 0;
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
}

async function measure({ groups: names, isSmoke, isLong }: BenchOptions): Promise<BenchReport> {
  const effort = isSmoke ? SMOKE : FULL;
  const groups: GroupResult[] = [];
  for (const group of names.flatMap((name) => GROUPS[name](effort, isLong))) {
    const plan = {
      repetitions: Math.min(group.repetitions ?? effort.repetitions, effort.repetitions),
      caseIds: group.cases.map(({ id }) => id),
      subjects: group.subjects,
    };
    const series = await repeatCases(plan, () => group.makeCrew(), progress(group));
    groups.push(groupResult(group, series));
  }
  return { environment: environment(), isSmoke, groups, gates: isSmoke ? [] : gates(groups) };
}

/** On stderr, so that a reader of the report is not disturbed. */
function progress({ title }: Group): (repetition: number, caseId: string) => void {
  return (repetition, caseId) => process.stderr.write(`${title}, repetition ${repetition}: ${caseId}\n`);
}
