import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReportFormat } from '../../../reports/index.js';
import { loadConfig } from '../../config/load.js';
import { projectExtensions } from '../extensions.js';
import type { Terminal } from '../terminal.js';

/**
 * The report formats that the project's config names; none outside of a project. A config with mistakes does not keep
 * anybody from a run's evidence. Throws OperatorError for a format that cannot be loaded.
 */
export async function projectFormats(config: string, terminal: Terminal): Promise<readonly ReportFormat[]> {
  const file = resolve(config);
  if (!existsSync(file)) return [];
  const result = loadConfig(file);
  if (result.kind === 'invalid') {
    terminal.err(`${file} has mistakes ("pipehat doctor" lists them); only Pipehat's own formats are known`);
    return [];
  }
  const { reports } = result.config.extensions;
  const loaded = await projectExtensions({
    ...result.config,
    extensions: { simulators: [], faults: [], reports, functions: [] },
  });
  return loaded.reports;
}
