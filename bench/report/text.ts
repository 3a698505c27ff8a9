import type { Gate } from '../gates.js';
import type { CaseResult, GroupResult, SubjectResult } from '../results.js';
import { threeDigits } from '../statistics.js';
import type { Environment } from './environment.js';
import { type Column, table } from './table.js';

const MICROS_IN_SECOND = 1_000_000;

export interface BenchReport {
  readonly environment: Environment;
  readonly isSmoke: boolean;
  readonly groups: readonly GroupResult[];
  readonly gates: readonly Gate[];
}

export function textReport({ environment, isSmoke, groups, gates }: BenchReport): string {
  const lines = [...heading(environment, isSmoke), ...groups.flatMap(groupLines), ...(isSmoke ? [] : gateLines(gates))];
  return `${lines.join('\n')}\n`;
}

function heading({ node, processor, processors, peers }: Environment, isSmoke: boolean): readonly string[] {
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return [
    `Node ${node}, ${processors} x ${processor}`,
    `against ${versions.join(', ')}`,
    'CPU is user and system time for one message in microseconds; ratios are of the minima of this very run.',
    ...(isSmoke ? ['SMOKE: tiny counts, one repetition. These figures mean nothing and no gate is judged.'] : []),
  ];
}

function groupLines({ title, note, cases }: GroupResult): readonly string[] {
  const hasSides = cases.some(({ subjects }) => subjects.some(({ clientMicros }) => clientMicros !== undefined));
  const columns: readonly Column[] = [
    { heading: '', align: 'left' },
    ...CPU_COLUMNS,
    ...(hasSides ? SIDE_COLUMNS : []),
    { heading: 'needs, and what else was found', align: 'left' },
  ];
  return [
    '',
    `${title}: ${note}`,
    ...table(
      columns,
      cases.flatMap((one) => caseRows(one, hasSides)),
    ),
  ];
}

const CPU_COLUMNS: readonly Column[] = [
  { heading: 'CPU us', align: 'right' },
  { heading: 'median', align: 'right' },
  { heading: 'per CPU s', align: 'right' },
];
const SIDE_COLUMNS: readonly Column[] = [
  { heading: 'client', align: 'right' },
  { heading: 'server', align: 'right' },
  { heading: 'wall/s', align: 'right' },
];

function caseRows({ title, subjects }: CaseResult, hasSides: boolean): readonly (readonly string[])[] {
  return [[`  ${title}`], ...subjects.map((subject) => row(subject, hasSides))];
}

function row(result: SubjectResult, hasSides: boolean): readonly string[] {
  const name = `    ${result.subject}`;
  const { cpuMicros, clientMicros, serverMicros, perSecond = 0, against } = result;
  if (cpuMicros === undefined) return [name, `n/a (${result.notAvailable})`];
  const sides = [clientMicros?.minimum ?? 0, serverMicros?.minimum ?? 0, perSecond].map(threeDigits);
  return [
    name,
    threeDigits(cpuMicros.minimum),
    threeDigits(cpuMicros.median),
    cpuMicros.minimum === 0 ? '' : threeDigits(MICROS_IN_SECOND / cpuMicros.minimum),
    ...(hasSides ? sides : []),
    [...(against === undefined ? [] : [`${threeDigits(against.times)}x ${against.ours}`]), ...figureTexts(result)].join(
      ', ',
    ),
  ];
}

function figureTexts({ figures = {} }: SubjectResult): readonly string[] {
  return Object.entries(figures).map(([name, value]) => `${name} ${threeDigits(value)}`);
}

function gateLines(gates: readonly Gate[]): readonly string[] {
  const columns: readonly Column[] = [
    { heading: 'Gates', align: 'left' },
    { heading: '', align: 'left' },
    { heading: 'wanted', align: 'left' },
    { heading: 'measured', align: 'left' },
  ];
  const rows = gates.map(({ name, limit, measured, isMet }) => [
    `  ${isMet ? 'met' : 'MISSED'}`,
    name,
    limit,
    measured,
  ]);
  return ['', ...table(columns, rows)];
}
