import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../../reports/index.js';
import type { RunRecord } from '../evidence/run-record.js';
import { writeAllure } from './allure.js';
import { ALLURE_OUTPUT } from './formats.js';

export interface WrittenReport {
  readonly name: string;
  readonly file: string;
}

export interface FailedReport {
  readonly name: string;
  readonly reason: string;
}

export interface Reports {
  readonly written: readonly WrittenReport[];
  readonly failed: readonly FailedReport[];
}

/**
 * Renders a run in every format of the registry and of the project; one of the project's that throws does not take the
 * others away. Files hold patient data: their owner alone may read them.
 */
export async function writeReports(
  record: RunRecord,
  folder: string,
  withAllure: boolean,
  projects: readonly ReportFormat[] = [],
): Promise<Reports> {
  rmSync(join(folder, ALLURE_OUTPUT), { force: true });
  const written = REPORT_FORMATS.map((format) => writeReport(format, record, folder));
  const failed: FailedReport[] = [];
  for (const format of projects) {
    try {
      written.push(writeReport(format, record, folder));
    } catch (error) {
      failed.push({ name: format.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const allure = withAllure ? await writeAllure(folder) : undefined;
  if (allure !== undefined) written.push({ name: 'allure', file: allure });
  return { written, failed };
}

function writeReport({ name, fileName, write }: ReportFormat, record: RunRecord, folder: string): WrittenReport {
  const file = join(folder, fileName);
  writeFileSync(file, write(record), { mode: 0o600 });
  return { name, file };
}
