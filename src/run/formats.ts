import { join } from 'node:path';
import type { CucumberFormat } from './cucumber.js';

/** Folder of Allure's result files inside a run's folder. */
export const ALLURE_RESULTS = 'allure-results';

/** What Allure's formatter prints, which is nothing: it wants a target all the same. */
export const ALLURE_OUTPUT = 'allure.txt';

/** Cucumber's own reports, and Allure's result files; each with a file target, so that standard output stays ours. */
export function cucumberFormats(folder: string): readonly CucumberFormat[] {
  return [
    { format: 'html', file: join(folder, 'cucumber.html') },
    { format: 'message', file: join(folder, 'cucumber.ndjson') },
    {
      format: 'allure-cucumberjs/reporter',
      file: join(folder, ALLURE_OUTPUT),
      options: { resultsDir: join(folder, ALLURE_RESULTS) },
    },
  ];
}
