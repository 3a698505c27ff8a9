import type { LoadResult, ThresholdOutcome } from '../../src/evidence/load-result.js';
import { xml } from '../xml.js';
import { actualOf, loadCaveats, loadVerdict, verdictSentence } from './load-verdict.js';

/**
 * JUnit XML for a CI server: a test for each threshold, one for the run itself, which must have come to its end, and one for
 * what no threshold is about and must not be all the same.
 */
export function loadJunit(result: LoadResult): string {
  const { thresholds, name, outcome, sent } = result;
  const cases = [
    ...thresholds.map((one) => ({ name: one.text, failure: one.passed ? undefined : broken(one) })),
    { name: 'nothing else is wrong', failure: whatElse(result) },
  ];
  const isError = outcome !== 'completed' || sent === 0;
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const seconds = result.durationSeconds.toFixed(3);
  const counts = `tests="${cases.length + 1}" failures="${failures}" errors="${isError ? 1 : 0}" skipped="0" time="${seconds}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${xml(`pipehat load ${name}`)}" ${counts}>
  <testsuite name="${xml(name)}" timestamp="${xml(result.startedAt.slice(0, 19))}" ${counts}>
    <properties>
      <property name="seed" value="${xml(result.seed)}"/>
      <property name="pipehat" value="${xml(result.pipehat)}"/>
    </properties>
${cases.map((one) => testCase(one.name, name, one.failure)).join('')}${runCase(result, isError)}  </testsuite>
</testsuites>
`;
}

function broken(one: ThresholdOutcome): string {
  const ended = one.aborted ? '; the run was ended because of it' : '';
  return `expected ${one.text}, it is ${actualOf(one)}${ended}`;
}

/** Why a run fails of which every threshold is kept: errors where none was given, or a system that gets worse by the hour. */
function whatElse(result: LoadResult): string | undefined {
  if (loadVerdict(result) !== 'failed' || result.thresholds.some(({ passed }) => !passed)) return undefined;
  return [verdictSentence(result), ...loadCaveats(result)].join(' ');
}

function testCase(name: string, suite: string, failure: string | undefined): string {
  const head = `    <testcase name="${xml(name)}" classname="${xml(suite)}"`;
  return failure === undefined
    ? `${head}/>\n`
    : `${head}><failure type="threshold" message="${xml(failure)}"/></testcase>\n`;
}

function runCase(result: LoadResult, isError: boolean): string {
  const head = `    <testcase name="the run came to its end" classname="${xml(result.name)}"`;
  const said = xml(loadCaveats(result).join('\n'));
  if (isError) return `${head}><error type="${result.outcome}" message="${said}"/></testcase>\n`;
  return said === '' ? `${head}/>\n` : `${head}><system-out>${said}</system-out></testcase>\n`;
}
