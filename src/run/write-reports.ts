import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFormats } from '../../reports/index.js';
import type { Config } from '../config/config.js';
import type { RunRecord } from '../evidence/run-record.js';

export interface WrittenReport {
  readonly name: string;
  readonly file: string;
}

/** Renders a run in every format of the registry. Files hold patient data: their owner alone may read them. */
export async function writeReports(
  record: RunRecord,
  folder: string,
  _config: Config,
): Promise<readonly WrittenReport[]> {
  return reportFormats.map(({ name, fileName, write }) => {
    const file = join(folder, fileName);
    writeFileSync(file, write(record), { mode: 0o600 });
    return { name, file };
  });
}
