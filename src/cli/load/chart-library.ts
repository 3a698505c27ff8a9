import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ChartLibrary } from '../../../reports/load/chart-library.js';

const require = createRequire(import.meta.url);

/** uPlot as it is installed beside Pipehat, as texts for a report. */
export function chartLibrary(): ChartLibrary {
  const root = dirname(require.resolve('uplot/package.json'));
  const text = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
  return {
    script: text('dist', 'uPlot.iife.min.js'),
    style: text('dist', 'uPlot.min.css'),
    licence: text('LICENSE'),
  };
}
