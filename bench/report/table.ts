export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** Lines of columns two spaces apart. A row with fewer cells ends with one that may reach into the columns behind it. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => ownWidth(row, at, columns.length))));
  return all.map((row) => {
    const cells = row.map((cell, at) =>
      padded(cell, widths[at] ?? 0, isLoose(row, at, columns.length) ? 'left' : columns[at]?.align),
    );
    return cells.join('  ').trimEnd();
  });
}

function ownWidth(row: readonly string[], at: number, columns: number): number {
  return isLoose(row, at, columns) ? 0 : (row[at]?.length ?? 0);
}

function isLoose(row: readonly string[], at: number, columns: number): boolean {
  return row.length < columns && at === row.length - 1;
}

function padded(cell: string, width: number, align: Column['align'] | undefined): string {
  return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
}
