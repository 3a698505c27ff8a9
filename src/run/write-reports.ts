import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FORMATS } from '../../reports/index.js';
import type { RunRecord } from '../evidence/run-record.js';
import { writeAllure } from './allure.js';

export interface WrittenReport {
  readonly name: string;
  readonly file: string;
}

/** Renders a run in every format of the registry. Files hold patient data: their owner alone may read them. */
export async function writeReports(
  record: RunRecord,
  folder: string,
  withAllure: boolean,
): Promise<readonly WrittenReport[]> {
  const own = REPORT_FORMATS.map(({ name, fileName, write }) => {
    const file = join(folder, fileName);
    writeFileSync(file, write(record), { mode: 0o600 });
    return { name, file };
  });
  const allure = withAllure ? await writeAllure(folder) : undefined;
  return allure === undefined ? own : [...own, { name: 'allure', file: allure }];
}
