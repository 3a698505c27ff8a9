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
export async function expectFiled(session: Session, order: KnownOrder, lines: readonly ExpectedLine[]): Promise<void> {
  const columns = columnsOf(lines);
  const problems = (): readonly string[] => {
    const filed = reportOf(session, order)?.observations;
    return filed ? lines.flatMap((line) => compare(filed, line, columns)) : ['nothing is filed under the order'];
  };
  const { book, timer, expectationMs } = session.stage;
  if (await waitFor(book, timer, expectationMs, () => (problems().length === 0 ? true : undefined))) return;
  const what = `the EHR files the result of "${order.name}" otherwise`;
  throw new AssertionError({ message: [what, ...problems().map((problem) => `  ${problem}`)].join('\n') });
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
  const found = filed.filter((one) => isAbout(one, test) && (group === undefined || one.subId === group));
  const [one] = found;
  if (one === undefined) return [`${name}: expected a result, actual none`];
  if (found.length > 1) return [`${name}: expected one result, actual ${found.length}`];
  return columns.flatMap((column) => {
    const [expected = '', actual] = [line[column], cell(one, column)];
    return expected === actual
      ? []
      : [`${name}: expected ${column} ${expected || 'empty'}, actual ${actual || 'empty'}`];
  });
}

function isAbout({ id }: FiledObservation, test: string): boolean {
  return id.text.toLowerCase() === test.toLowerCase() || id.code === findAnalyte(test).code;
}

function cell({ values, unit, range, flags, status, subId, notes, history }: FiledObservation, column: Column): string {
  switch (column) {
    case 'value':
      return values.map(readable).join('; ');
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
      return history.map((former) => former.values.map(readable).join('; ')).join(', ');
    case 'test':
      return '';
  }
}

/** Components as a person reads them: `>^100` is >100, `^1^:^160` is 1:160, `^Positive` is Positive. */
function readable(value: string): string {
  return value.replaceAll('^', '');
}
