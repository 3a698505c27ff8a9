import { acknowledgmentErrors } from '../src/evidence/acknowledgment-errors.js';
import { reconcile } from '../src/evidence/reconciliation.js';
import type { RunRecord, ScenarioRecord } from '../src/evidence/run-record.js';
import { requirementMatrix } from '../src/evidence/tally.js';
import { code, table, text } from './markdown-text.js';
import { withoutPatientValues } from './patient-values.js';
import { between, dateTime, duration } from './times.js';
import { caveats, countsLine, VERDICT_WORDS, VERDICTS } from './verdict-words.js';

/** A summary for a CI job's page. Like JUnit it holds no message and no patient value. */
export function markdown(run: RunRecord): string {
  const parts = [
    heading(run),
    openScenarios(run),
    requirements(run),
    reconciliation(run),
    acknowledgments(run),
    repeat(run),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(run: RunRecord): string {
  const { manifest, verdict } = run;
  const ms = between(manifest.startedAt, run.finishedAt);
  const where = `${manifest.sut.name} ${manifest.sut.version ?? ''}`.trim();
  const when = `${dateTime(manifest.startedAt)}${ms === 0 ? '' : `, ${duration(ms)}`}`;
  const said = caveats(run).map((caveat) => `\n> **${caveat}**`);
  return `## Pipehat: ${VERDICT_WORDS[verdict]}\n\n${countsLine(run)}.  \n${text(where)}, ${text(manifest.environment)}, ${when}${said.length > 0 ? `\n${said.join('')}` : ''}`;
}

function openScenarios(run: RunRecord): string {
  const clean = withoutPatientValues(run);
  const open = VERDICTS.filter((verdict) => verdict !== 'passed').flatMap((verdict) =>
    run.scenarios.filter((scenario) => scenario.verdict === verdict),
  );
  if (open.length === 0) return '';
  const row = ({ verdict, feature, name, reason, blame, uri, line }: ScenarioRecord): readonly string[] => [
    VERDICT_WORDS[verdict],
    `${text(feature)}: ${text(name)}<br>${code(`${uri}:${line}`)}`,
    `${text(clean(reason ?? ''))}${blame === undefined ? '' : ` (${text(blame)})`}`,
  ];
  return `### What needs attention\n\n${table(['Verdict', 'Scenario', 'Reason'], open.map(row))}`;
}

function requirements(run: RunRecord): string {
  const rows = requirementMatrix(run);
  if (rows.length === 0) return '';
  const passed = rows.filter(({ verdict }) => verdict === 'passed').length;
  const open = rows.filter(({ verdict }) => verdict !== 'passed');
  const list = open.map((row) => [
    text(row.id),
    text(row.text ?? ''),
    String(row.scenarios.length),
    VERDICT_WORDS[row.verdict],
  ]);
  const head = `### Requirements\n\n${passed} of ${rows.length} passed.`;
  return open.length === 0 ? head : `${head}\n\n${table(['Requirement', 'Text', 'Scenarios', 'Verdict'], list)}`;
}

function reconciliation(run: RunRecord): string {
  const { total, passesOn } = reconcile(run);
  const near = [total.sent, total.acknowledged, total.refused, total.unanswered];
  const far = passesOn ? [total.delivered, total.missing, total.doubled] : [];
  const titles = ['Sent', 'Acknowledged', 'Refused', 'No answer', 'Delivered', 'Missing', 'Doubled'];
  const figures = [...near, ...far];
  return `### Reconciliation\n\n${table(titles.slice(0, figures.length), [figures.map(String)])}`;
}

function acknowledgments(run: RunRecord): string {
  const rows = acknowledgmentErrors(run);
  if (rows.length === 0) return '';
  const list = rows.map((row) => [
    row.acknowledgment,
    row.code || '-',
    row.location || '-',
    row.link,
    `${row.exchanges.length}`,
  ]);
  const cells = list.map((row) => row.map(text));
  return `### Acknowledgment errors\n\n${table(['Answer', 'Error', 'Place', 'Link', 'Count'], cells)}`;
}

function repeat(run: RunRecord): string {
  const { pipehat, node, seed, clock, command } = run.manifest;
  return `<sub>Pipehat ${text(pipehat)}, Node ${text(node)}, seed ${code(seed)}, clock ${text(clock)}, ${code(command)}</sub>`;
}
