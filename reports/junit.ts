import { never } from '../src/base/never.js';
import type { Finding } from '../src/evidence/finding.js';
import type { RunRecord, ScenarioRecord } from '../src/evidence/run-record.js';
import { featureGroups } from './feature-groups.js';
import { isLoud } from './finding-tone.js';
import { withoutPatientValues } from './patient-values.js';
import { between } from './times.js';
import { caveats, VERDICT_WORDS } from './verdict-words.js';
import { xml } from './xml.js';

type Clean = (text: string) => string;

/**
 * JUnit XML for a CI server, one suite a feature. CI logs are read by many, so it holds no message and no patient value:
 * steps, findings by code and place, and error texts in which the values of patients are replaced by their place.
 */
export function junit(run: RunRecord): string {
  const clean = withoutPatientValues(run);
  const suites = featureGroups(run).map(({ name, uri, scenarios }) => {
    const cases = scenarios.map((scenario) => testCase(scenario, clean)).join('');
    return `  <testsuite name="${xml(name)}" file="${xml(uri)}" ${counts(scenarios)}>\n${cases}  </testsuite>\n`;
  });
  const seconds = (between(run.manifest.startedAt, run.finishedAt) / 1000).toFixed(3);
  const name = `pipehat ${run.manifest.sut.name}`;
  const whole = wholeRun(run);
  const head = `<testsuites name="${xml(name)}" ${totals(run.scenarios, whole === '' ? 0 : 1)} time="${seconds}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${properties(run)}${suites.join('')}${whole}</testsuites>\n`;
}

/** A run that was cut off, or in which nothing ran, must not look green to a server that only counts failures. */
function wholeRun(run: RunRecord): string {
  const isExplained = run.verdict === 'passed' || run.scenarios.some(({ verdict }) => verdict === run.verdict);
  const said = [...caveats(run), ...(isExplained ? [] : [`The run as a whole is ${VERDICT_WORDS[run.verdict]}.`])];
  if (said.length === 0) return '';
  const text = xml(said.join(' '));
  return `  <testsuite name="the run itself" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="the run came to its end" classname="the run itself"><error message="${text}"/></testcase>
  </testsuite>\n`;
}

function properties(run: RunRecord): string {
  const { manifest } = run;
  const entries = {
    run: manifest.run,
    environment: manifest.environment,
    sut: manifest.sut.version ?? '',
    seed: manifest.seed,
  };
  const list = Object.entries(entries).map(([name, value]) => `    <property name="${name}" value="${xml(value)}"/>\n`);
  return `  <properties>\n${list.join('')}  </properties>\n`;
}

function testCase(scenario: ScenarioRecord, clean: Clean): string {
  const { name, feature, uri, line, durationMs } = scenario;
  const place = `classname="${xml(feature)}" file="${xml(uri)}" line="${line}" time="${(durationMs / 1000).toFixed(3)}"`;
  const head = `    <testcase name="${xml(name)}" ${place}`;
  const outcome = outcomeOf(scenario, clean);
  return outcome === '' ? `${head}/>\n` : `${head}>\n      ${outcome}\n    </testcase>\n`;
}

function outcomeOf(scenario: ScenarioRecord, clean: Clean): string {
  const { verdict } = scenario;
  const message = xml(clean(scenario.reason ?? 'no reason recorded'));
  switch (verdict) {
    case 'passed':
      return '';
    case 'failed':
      return `<failure type="${verdict}" message="${message}">${xml(details(scenario, clean))}</failure>`;
    case 'harness-error':
      return `<error type="${verdict}" message="${message}">${xml(details(scenario, clean))}</error>`;
    case 'untestable':
    case 'pending':
      return `<skipped message="${xml(verdict)}: ${message}"/>`;
    default:
      return never(verdict);
  }
}

function details(scenario: ScenarioRecord, clean: Clean): string {
  const steps = scenario.steps.flatMap(({ status, keyword, text, error }) => {
    const line = `${status.padEnd(9)} ${keyword.trim()} ${text}`;
    return error === undefined
      ? [line]
      : [
          line,
          ...clean(error)
            .split('\n')
            .map((each) => `          ${each}`),
        ];
  });
  const own = scenario.findings.filter(isLoud).map((finding) => findingLine(finding, '', clean));
  const ofMessages = scenario.exchanges.flatMap(({ id, messageType, findings }) =>
    findings.filter(isLoud).map((finding) => findingLine(finding, `${id} ${messageType} `, clean)),
  );
  return ['', ...steps, ...own, ...ofMessages, ''].join('\n');
}

/** Expected and actual only where they are codes: a value may be a patient's. */
function findingLine(finding: Finding, where: string, clean: Clean): string {
  const { classification, code, path, message, expected, actual } = finding;
  const isCode = [expected, actual].every((text) => text === undefined || /^[A-Z][A-Z0-9_]{0,7}$/.test(text));
  const pair =
    isCode && (expected ?? actual) !== undefined ? ` (expected ${expected ?? '-'}, actual ${actual ?? 'nothing'})` : '';
  return `${classification}: ${where}${code}${path === undefined ? '' : ` at ${path}`}: ${clean(message)}${pair}`;
}

function counts(scenarios: readonly ScenarioRecord[]): string {
  const seconds = scenarios.reduce((sum, scenario) => sum + scenario.durationMs, 0) / 1000;
  return `${totals(scenarios)} time="${seconds.toFixed(3)}"`;
}

function totals(scenarios: readonly ScenarioRecord[], more = 0): string {
  const number = (...verdicts: readonly string[]): number =>
    scenarios.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return `tests="${scenarios.length + more}" failures="${number('failed')}" errors="${number('harness-error') + more}" skipped="${number('untestable', 'pending')}"`;
}
