import { CsvError, parse } from 'csv-parse/sync';
import type { Code, CodeUsage, ValueSet } from '../../model/value-set.js';
import { type CsvColumn, csvColumns } from './csv-columns.js';
import type { Defects, ValueSetText } from './value-set-text.js';

/** One line of the file: cells by column, and its number, 1-based. */
interface Row {
  readonly line: number;
  cell(column: CsvColumn): string;
}

/**
 * Reads value sets from CSV, as spreadsheets write it: separated by commas, semicolons or tabs, quoted where needed. The
 * first line names the columns: `code`, and where they are wanted `text`, `system`, `usage` (R, P or E), `pattern` (a regular
 * expression: every value of that form) and `set` (the id, where one file holds several sets). Defects name the line.
 */
export function readCsvValueSets(source: ValueSetText, defects: Defects): readonly ValueSet[] {
  const records = readRecords(source, defects);
  const [header, ...rest] = records;
  if (header === undefined) return [];
  const columns = csvColumns(header.cells);
  if (!hasUsableHeader(columns, header, source, defects)) return [];
  const rows = rest.map(({ cells, line }) => asRow(columns, cells, line));
  return [...bySet(rows, source)].map(([id, ofSet]) => ({
    id,
    name: source.name ?? id,
    contentDefinition: 'Extensional',
    codes: ofSet.flatMap((row) => readCode(row, source, defects)),
    place: { file: source.file, line: ofSet[0]?.line ?? header.line },
  }));
}

interface RecordOfCells {
  readonly cells: readonly string[];
  readonly line: number;
}

function readRecords({ text, file }: ValueSetText, defects: Defects): readonly RecordOfCells[] {
  try {
    const options = { bom: true, delimiter: separatorOf(text), relax_column_count: true, trim: true, info: true };
    const records = parse(text, { ...options, skip_records_with_empty_values: true }) as unknown as {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    defects.error(
      'csv',
      { file, line },
      `the line cannot be read: ${error.message}`,
      'close every quote that is opened',
    );
    return [];
  }
}

/** What the first line has most of; it holds names of columns and so no other of these. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function hasUsableHeader(
  columns: readonly (CsvColumn | undefined)[],
  header: RecordOfCells,
  { file }: ValueSetText,
  defects: Defects,
): boolean {
  const place = { file, line: header.line };
  columns.forEach((column, index) => {
    if (column === undefined && header.cells[index] !== '') {
      const name = header.cells[index];
      defects.warning(
        'csv-column',
        place,
        `the column '${name}' is not read`,
        'code, text, system, usage, pattern, set are',
      );
    }
  });
  if (columns.includes('code')) return true;
  defects.error(
    'csv-no-code',
    place,
    'no column is named code',
    'name the columns in the first line: code,text,system',
  );
  return false;
}

function asRow(columns: readonly (CsvColumn | undefined)[], cells: readonly string[], line: number): Row {
  return { line, cell: (column) => cells[columns.indexOf(column)] ?? '' };
}

function bySet(rows: readonly Row[], source: ValueSetText): ReadonlyMap<string, readonly Row[]> {
  const sets = new Map<string, Row[]>();
  const fallback = source.id ?? source.file.replace(/^.*[\\/]|\.[^.]*$/g, '');
  if (rows.length === 0) sets.set(fallback, []);
  for (const row of rows) {
    const id = row.cell('set') || fallback;
    const known = sets.get(id);
    if (known === undefined) sets.set(id, [row]);
    else known.push(row);
  }
  return sets;
}

function readCode(row: Row, { file }: ValueSetText, defects: Defects): readonly Code[] {
  const place = { file, line: row.line };
  const value = row.cell('code');
  if (value === '') {
    defects.error('csv-empty-code', place, 'the line has no code', 'fill in the code, or remove the line');
    return [];
  }
  const usage = row.cell('usage').toUpperCase() || 'R';
  if (!isUsage(usage)) {
    defects.error('csv-usage', place, `'${row.cell('usage')}' is no usage of a code`, 'write R, P or E');
    return [];
  }
  const pattern = row.cell('pattern');
  const code = { value, text: row.cell('text'), system: row.cell('system'), usage };
  return [pattern === '' ? code : { ...code, pattern }];
}

function isUsage(text: string): text is CodeUsage {
  return text === 'R' || text === 'P' || text === 'E';
}
