import { describe, expect, it } from 'vitest';
import { ConsoleProgress } from './console.js';
import { REPORT_FORMATS } from './index.js';
import { specimenEntries, specimenRun } from './testdata/specimen.js';

/** The specimen in every format. After a change on purpose: `npx vitest run reports -u`, and read the difference. */
describe('golden specimens', () => {
  it.each(REPORT_FORMATS)('$name is as in testdata/$fileName', async ({ write, fileName }) => {
    await expect(write(specimenRun())).toMatchFileSnapshot(`testdata/${fileName}`);
  });

  it('the terminal shows testdata/console.txt', async () => {
    const progress = new ConsoleProgress({ colours: false, patientValues: true });
    const lines = specimenEntries().flatMap((entry) => progress.take(entry));
    const last = progress.finish(specimenRun(), { evidence: 'results/specimen/evidence.html' });
    await expect(`${[...lines, ...last].join('\n')}\n`).toMatchFileSnapshot('testdata/console.txt');
  });
});
