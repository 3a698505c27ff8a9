import type { LoadResult, ThresholdOutcome } from '../../src/evidence/load-result.js';
import { xml } from '../xml.js';
import { actualOf, loadCaveats, loadVerdict } from './load-verdict.js';

/** JUnit XML for a CI server: a test for each threshold, and one for the run itself, which must have come to its end. */
export function loadJunit(result: LoadResult): string {
  const { thresholds, name } = result;
  const failures = thresholds.filter(({ passed }) => !passed).length;
  const errors = result.outcome === 'completed' && result.sent > 0 ? 0 : 1;
  const seconds = result.durationSeconds.toFixed(3);
  const counts = `tests="${thresholds.length + 1}" failures="${failures}" errors="${errors}" skipped="0" time="${seconds}"`;
  const cases = [...thresholds.map((one) => thresholdCase(one, name)), runCase(result, errors > 0)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${xml(`pipehat load ${name}`)}" ${counts}>
  <testsuite name="${xml(name)}" timestamp="${xml(result.startedAt.slice(0, 19))}" ${counts}>
    <properties>
      <property name="seed" value="${xml(result.seed)}"/>
      <property name="pipehat" value="${xml(result.pipehat)}"/>
    </properties>
${cases.join('')}  </testsuite>
</testsuites>
`;
}

function thresholdCase(one: ThresholdOutcome, suite: string): string {
  const head = `    <testcase name="${xml(one.text)}" classname="${xml(suite)}"`;
  if (one.passed) return `${head}/>\n`;
  const ended = one.aborted ? '; the run was ended because of it' : '';
  const message = `expected ${one.text}, it is ${actualOf(one)}${ended}`;
  return `${head}><failure type="threshold" message="${xml(message)}"/></testcase>\n`;
}

function runCase(result: LoadResult, isError: boolean): string {
  const head = `    <testcase name="the run came to its end" classname="${xml(result.name)}"`;
  const said = xml(loadCaveats(result).join('\n'));
  if (isError) return `${head}><error type="${loadVerdict(result)}" message="${said}"/></testcase>\n`;
  return said === '' ? `${head}/>\n` : `${head}><system-out>${said}</system-out></testcase>\n`;
}
