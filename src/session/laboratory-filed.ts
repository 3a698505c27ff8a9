import { AssertionError } from 'node:assert';
import type { FiledObservation, FiledReport } from '../../simulators/ehr/filed-report.js';
import { isOrder } from '../../simulators/read/numbers.js';
import { findAnalyte } from '../population/catalogue/laboratory.js';
import type { Guest, KnownOrder } from './cast.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';
import { waitFor } from './waiting.js';

/** Columns of a table of results; a column that is not there is not looked at. */
const COLUMNS = ['test', 'value', 'unit', 'range', 'flag', 'status', 'group', 'note', 'earlier'] as const;
type Column = (typeof COLUMNS)[number];
/** One line of a report as the scenario expects it. */
export type ExpectedLine = Readonly<Record<string, string>>;

/** Table 0085. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  P: 'preliminary',
  F: 'final',
  C: 'corrected',
  D: 'deleted',
  W: 'wrong',
  I: 'awaited',
  X: 'cancelled',
};

/** The report that the EHR has filed under the order itself, not one of a reflex test or an isolate. */
export function reportOf(session: Session, { guest, placer }: KnownOrder): FiledReport | undefined {
  return reportsAt(session, guest).find(({ numbers }) => numbers.parent === undefined && isOrder(numbers, { placer }));
}

export function reportsAt(session: Session, guest: Guest): readonly FiledReport[] {
  return recordAt(session, 'ehr', guest).reports;
}

/** Waits until the EHR shows these lines for the order; other lines of the report may stand beside them. */
export function expectFiled(session: Session, order: KnownOrder, lines: readonly ExpectedLine[]): Promise<void> {
  return expectLines(session, `the result of "${order.name}"`, lines, () => reportOf(session, order));
}

/** The same for the susceptibilities of one organism that the order's culture has found: a report of its own. */
export function expectFiledForIsolate(
  session: Session,
  order: KnownOrder,
  organism: string,
  lines: readonly ExpectedLine[],
): Promise<void> {
  const isMeant = ({ numbers, parentResult }: FiledReport): boolean =>
    isOrder(numbers.parent ?? {}, { placer: order.placer }) && parentResult?.text === organism;
  return expectLines(session, `the susceptibilities of ${organism}`, lines, () =>
    reportsAt(session, order.guest).find(isMeant),
  );
}

async function expectLines(
  session: Session,
  what: string,
  lines: readonly ExpectedLine[],
  report: () => FiledReport | undefined,
): Promise<void> {
  const columns = columnsOf(lines);
  const problems = (): readonly string[] => {
    const filed = report()?.observations;
    return filed ? lines.flatMap((line) => compare(filed, line, columns)) : ['nothing is filed there'];
  };
  const { book, timer, expectationMs } = session.stage;
  if (await waitFor(book, timer, expectationMs, () => (problems().length === 0 ? true : undefined))) return;
  throw new AssertionError({
    message: [`the EHR files ${what} otherwise`, ...problems().map((problem) => `  ${problem}`)].join('\n'),
  });
}

function columnsOf(lines: readonly ExpectedLine[]): readonly Column[] {
  const named = Object.keys(lines[0] ?? {});
  const odd = named.find((name) => !COLUMNS.some((column) => column === name));
  if (odd !== undefined || !named.includes('test')) {
    throw new HarnessError(`a table of results has the columns ${COLUMNS.join(', ')}, and always "test"`);
  }
  return COLUMNS.filter((column) => column !== 'test' && named.includes(column));
}

function compare(
  filed: readonly FiledObservation[],
  line: ExpectedLine,
  columns: readonly Column[],
): readonly string[] {
  const { test = '', group } = line;
  const name = group === undefined ? test : `${test}, group ${group}`;
  const ofTest = filed.filter((one) => isAbout(one, test));
  const found = ofTest.filter(({ subId }) => group === undefined || subId === group);
  const [one] = found;
  if (one === undefined) return [`${name}: expected a result, actual ${elsewhere(ofTest)}`];
  if (found.length > 1) return [`${name}: expected one result, actual ${found.length}`];
  return columns.flatMap((column) => {
    const [expected = '', actual] = [line[column], cell(one, column)];
    return expected === actual
      ? []
      : [`${name}: expected ${column} ${expected || 'empty'}, actual ${actual || 'empty'}`];
  });
}

function elsewhere(filed: readonly FiledObservation[]): string {
  const groups = filed.map(({ subId }) => `only one in ${subId === '' ? 'no group' : `group ${subId}`}`);
  return groups.join(', ') || 'none';
}

function isAbout({ id }: FiledObservation, test: string): boolean {
  return id.text.toLowerCase() === test.toLowerCase() || id.code === findAnalyte(test).code;
}

function cell(observation: FiledObservation, column: Column): string {
  const { values, valueType, unit, range, flags, status, subId, notes, history } = observation;
  const inWords = (several: readonly string[]): string => several.map((one) => readable(one, valueType)).join('; ');
  switch (column) {
    case 'value':
      return inWords(values);
    case 'unit':
      return unit;
    case 'range':
      return range;
    case 'flag':
      return flags.join(' ');
    case 'status':
      return STATUS_WORDS[status] ?? status;
    case 'group':
      return subId;
    case 'note':
      return notes.join(' ');
    case 'earlier':
      return history.map((former) => inWords(former.values)).join(', ');
    case 'test':
      return '';
  }
}

/** Components as a person reads them: `>^100` (SN) is >100, `ECOLI^Escherichia coli^L` (CE) is Escherichia coli. */
function readable(value: string, valueType: string): string {
  const components = value.split('^');
  if (valueType === 'SN') return components.join('');
  return (valueType === 'CE' ? components[1] : undefined) ?? value;
}
