import { describe, expect, it } from 'vitest';
import { CLASSIFICATIONS } from './html/kinds.js';
import { SARIF } from './sarif.js';
import { SARIF_SCHEMA } from './testdata/sarif-schema.js';
import { FACTS, failed, finding, passed } from './testdata/specimen.js';
import { written } from './testdata/written.js';

const one = (path: string, line: number, column: number) =>
  failed({ findings: [finding('usage-required', path, line, column)] });

describe('a SARIF log keeps the rules of the schema of 2.1.0', () => {
  it.each([
    ['with findings, and with what a baseline accepts', [failed(), passed()]],
    ['without messages', []],
    [
      'with every classification',
      CLASSIFICATIONS.map((classification) =>
        failed({ findings: [finding('usage-required', 'PID[1]-3[1]', 3, 7, { classification })] }),
      ),
    ],
    ['of standard input', [failed({ source: '-' })]],
    [
      'of files with odd names',
      ['C:\\in\\a b.hl7', '/in/ä#?%&.hl7', 'in\\<a>|"b".hl7', './a/../b`{}^.hl7'].map((source) => failed({ source })),
    ],
    ['about a message as a whole, or a line that is not there', [one('', 1, 1), one('ORDER[1]', 99, 1)]],
    ['about the end of a line', [one('PID[1]-8[1]', 3, 1 + (failed().lines[2]?.length ?? 0))]],
    [
      'with text that JSON must escape',
      [failed({ lines: ['MSH|"\\\u0001\ud800'], findings: [finding('a', 'MSH[1]-1[1]', 1, 4)] })],
    ],
  ])('%s', (_, messages) => {
    expect(SARIF_SCHEMA.safeParse(JSON.parse(written(SARIF, messages))).error?.issues).toBeUndefined();
  });

  it('and every rule of a result is one of the tool', () => {
    const [run] = SARIF_SCHEMA.parse(JSON.parse(written(SARIF, [failed()], FACTS))).runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(FACTS.codes.map(({ code }) => code));
  });

  it('which would tell what is wrong', () => {
    const wrong = JSON.parse(written(SARIF, [failed()]));
    wrong.runs[0].results[0].level = 'fatal';
    wrong.runs[0].results[1].locations[0].physicalLocation.region.startColumn = 0;
    wrong.runs[0].results[2].message = {};
    wrong.runs[0].tool.driver.name = undefined;
    wrong.runs[0].extra = 1;
    expect(SARIF_SCHEMA.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'runs.0.tool.driver.name',
      'runs.0.results.0.level',
      'runs.0.results.1.locations.0.physicalLocation.region.startColumn',
      'runs.0.results.2.message.text',
      'runs.0',
    ]);
  });
});
