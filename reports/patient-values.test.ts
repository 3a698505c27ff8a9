import { describe, expect, it } from 'vitest';
import { withoutPatientValues } from './patient-values.js';
import { specimenRun } from './testdata/specimen.js';

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

  it('leaves texts alone in a run without messages', () => {
    const run = { ...specimenRun(), scenarios: [], strayExchanges: [] };
    expect(withoutPatientValues(run)('FRASER')).toBe('FRASER');
  });
});
