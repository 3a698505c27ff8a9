import type { CaseResult, GroupResult, SubjectResult } from './results.js';
import { threeDigits } from './statistics.js';

/** What Pipehat promises to reach. */
export interface Gate {
  readonly name: string;
  readonly limit: string;
  /** In the unit of the limit; absent where it was not measured, which misses the gate. */
  readonly value?: number;
  /** The same for people. */
  readonly measured: string;
  readonly isMet: boolean;
}

const MICROS_IN_SECOND = 1_000_000;
/** Not a peer: the least that Node can do. */
const BASELINE = 'net ping-pong';
/** Not measured in the same run. */
const NIST = 'NIST 1.6.4, stated';
const HAPI = 'HAPI 2.5.1, stated';

/** Those of the groups that were run. A case that was run without a figure misses its gate. */
export function gates(groups: readonly GroupResult[]): readonly Gate[] {
  const cases = groups.flatMap((group) => group.cases);
  const wasRun = (id: string): boolean => cases.some((one) => one.id === id);
  const all: readonly [string, Gate][] = [
    [
      'read-adt',
      atLeast('parse and read an ADT, against @medplum/core', 25, times(cases, 'read-adt', '@medplum/core')),
    ],
    [
      'read-oru',
      atLeast('parse and read an ORU, against @medplum/core', 25, times(cases, 'read-oru', '@medplum/core')),
    ],
    ['huge', below('the largest message through MLLP', 0.3, 's of CPU', seconds(cases, 'huge', 'pipehat'))],
    ['huge', below('it costs, against one of a tenth', 13, 'x', growth(cases))],
    ['many', atLeastPercent('transport at 64 connections, of the net ping-pong', 70, times(cases, 'many', BASELINE))],
    ['validate-adt', atLeast('validate an ADT, against NIST as stated', 100, times(cases, 'validate-adt', NIST))],
    ['validate-adt', atLeast('validate an ADT, against HAPI as stated', 20, times(cases, 'validate-adt', HAPI))],
    ['validate-oru', atLeast('validate an ORU, against NIST as stated', 100, times(cases, 'validate-oru', NIST))],
    ['load-profile', below('load a profile', 0.3, 's of CPU', seconds(cases, 'load-profile', 'pipehat'))],
    ...loadGates(cases),
    ['start', below('pipehat --help', 0.2, 's of CPU', seconds(cases, 'start', 'pipehat --help'))],
  ];
  const peers = groups.filter(hasPeers).map(noSlower);
  return [...all.filter(([id]) => wasRun(id)).map(([, gate]) => gate), ...peers];
}

function loadGates(cases: readonly CaseResult[]): readonly [string, Gate][] {
  const found = (id: string, name: string): number | undefined => find(cases, id, 'pipehat')?.figures?.[name];
  const stalled = found('tools-stall', 'response p99 ms');
  return [
    [
      'load-synchronous',
      below('a message of the generator, 64 connections', 45, 'us of CPU', micros(cases, 'load-synchronous')),
    ],
    ['load-pipelined', aCore('the generator pipelined, one core for it and one for the receiver', 150_000, cases)],
    ['load-paced', below('5,000 a second, off the plan', 0.1, '%', found('load-paced', 'off the plan %'))],
    ['load-memory', below('1,000 connections of the generator', 12, 'MB', found('load-memory', 'generator MB'))],
    ['load-memory', below('1,000 connections of the receiver', 12, 'MB', found('load-memory', 'receiver MB'))],
    [
      'tools-stall',
      below('stall oracle, off 180 ms', 18, 'ms', stalled === undefined ? undefined : Math.abs(stalled - 180)),
    ],
    ['load-long', below('memory for a million messages more', 1, 'MB', found('load-long', 'MB a million messages'))],
    ['engine', below('through the engine, unexplained', 1, 'messages', found('engine', 'unexplained'))],
    ['engine-losing', below('and with loss', 1, 'messages', found('engine-losing', 'unexplained'))],
  ];
}

function micros(cases: readonly CaseResult[], id: string): number | undefined {
  return find(cases, id, 'pipehat')?.cpuMicros?.minimum;
}

/** What two whole cores would carry: the slower side limits, and what the machine does besides does not count. */
function aCore(name: string, limit: number, cases: readonly CaseResult[]): Gate {
  const { clientMicros, serverMicros } = find(cases, 'load-pipelined', 'pipehat') ?? {};
  const slower = clientMicros && serverMicros && Math.max(clientMicros.minimum, serverMicros.minimum);
  const rate = slower === undefined ? undefined : MICROS_IN_SECOND / slower;
  return gate(name, `>= ${threeDigits(limit)}/s`, '/s', rate, (given) => given >= limit);
}

function atLeast(name: string, limit: number, value: number | undefined): Gate {
  return gate(name, `>= ${limit}x`, 'x', value, (given) => given >= limit);
}

function atLeastPercent(name: string, limit: number, value: number | undefined): Gate {
  const percent = value === undefined ? undefined : 100 * value;
  return gate(name, `>= ${limit} %`, ' %', percent, (given) => given >= limit);
}

function below(name: string, limit: number, unit: string, value: number | undefined): Gate {
  const space = unit === 'x' ? unit : ` ${unit}`;
  return gate(name, `< ${limit}${space}`, space, value, (given) => given < limit);
}

function hasPeers({ cases }: GroupResult): boolean {
  return cases.some(({ subjects }) =>
    subjects.some(({ subject, against }) => against !== undefined && ![NIST, HAPI].includes(subject)),
  );
}

/** The nearest that any peer comes, in any case in which it was measured. */
function noSlower({ title, cases }: GroupResult): Gate {
  let nearest: { readonly times: number; readonly where: string } | undefined;
  for (const { id, subjects } of cases) {
    for (const { subject, against } of subjects) {
      if ([BASELINE, NIST, HAPI].includes(subject) || against === undefined) continue;
      if (nearest === undefined || against.times < nearest.times) {
        nearest = { times: against.times, where: `${subject} in ${id}` };
      }
    }
  }
  const unit = nearest === undefined ? 'x' : `x (nearest: ${nearest.where})`;
  return gate(`${title}: no slower than any peer in any case`, '>= 1x', unit, nearest?.times, (given) => given >= 1);
}

function gate(
  name: string,
  limit: string,
  unit: string,
  value: number | undefined,
  isMet: (value: number) => boolean,
): Gate {
  if (value === undefined) return { name, limit, measured: 'not measured', isMet: false };
  return { name, limit, value, measured: `${threeDigits(value)}${unit}`, isMet: isMet(value) };
}

function times(cases: readonly CaseResult[], id: string, subject: string): number | undefined {
  return find(cases, id, subject)?.against?.times;
}

function seconds(cases: readonly CaseResult[], id: string, subject: string): number | undefined {
  const micros = find(cases, id, subject)?.cpuMicros?.minimum;
  return micros === undefined ? undefined : micros / MICROS_IN_SECOND;
}

function growth(cases: readonly CaseResult[]): number | undefined {
  const large = seconds(cases, 'large', 'pipehat');
  const huge = seconds(cases, 'huge', 'pipehat');
  return large === undefined || huge === undefined ? undefined : huge / large;
}

function find(cases: readonly CaseResult[], id: string, subject: string): SubjectResult | undefined {
  return cases.find((one) => one.id === id)?.subjects.find((one) => one.subject === subject);
}
