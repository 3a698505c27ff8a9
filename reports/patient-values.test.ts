import { describe, expect, it } from 'vitest';
import { allExchanges } from '../src/evidence/all-exchanges.js';
import type { Exchange } from '../src/evidence/exchange.js';
import type { RunRecord } from '../src/evidence/run-record.js';
import { withoutPatientValues } from './patient-values.js';
import { specimenRun } from './testdata/specimen.js';

function found(run: RunRecord): Exchange {
  const [exchange] = allExchanges(run);
  if (exchange === undefined) throw new Error('the specimen has no exchange');
  return exchange;
}

describe('withoutPatientValues', () => {
  const clean = withoutPatientValues(specimenRun());

  it.each([
    ['expected FRASER, got fraser', 'expected [PID-5], got fraser'],
    ["O'BRIEN-SMITH^Declan", '[PID-5]^[PID-5]'],
    ['record 80041177 of 14 Rosemount Place', 'record [PID-3] of [PID-11]'],
    ['born 19480229', 'born [PID-7]'],
    ['the value 6.1 of OBX-5', 'the value [OBX-5] of OBX-5'],
    ['80041177999 is another number', '80041177999 is another number'],
    ['error 101 at PID-3, code AE', 'error 101 at PID-3, code AE'],
    ['got PID|1||80041177^^^STMUNGO', 'got [segment]'],
    ['first\r\nMSH|^~\\&|A\rlast', 'first\n[segment]\nlast'],
  ])('%j becomes %j', (text, expected) => expect(clean(text)).toBe(expected));

  it('finds a document of any size and the patients of a run of any length', () => {
    const document = 'JVBERi0x'.repeat(100_000);
    const results = Array.from({ length: 1_200 }, (_, n) => `OBX|${n}|ST|A||value number ${n}||||||F`);
    const lines = ['MSH|^~\\&|A||B||20260101||ORU^R01|1|T|2.5.1', `OBX|1|ED|A||^^^^${document}||||||F`, ...results];
    const exchange = { ...found(specimenRun()), raw: Buffer.from(lines.join('\r')) };
    const clean = withoutPatientValues({ ...specimenRun(), scenarios: [], strayExchanges: [exchange] });
    expect(clean(`${document} and value number 7 and value number 1199`)).toBe('[OBX-5] and [OBX-5] and [OBX-5]');
  });

  it('leaves texts alone in a run without messages', () => {
    const run = { ...specimenRun(), scenarios: [], strayExchanges: [] };
    expect(withoutPatientValues(run)('FRASER')).toBe('FRASER');
  });
});
