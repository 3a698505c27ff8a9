import { describe, expect, it } from 'vitest';
import { readOrderGroups } from '../../simulators/read/order-groups.js';
import { parseMessage } from '../hl7/parse.js';
import { flagProblems, valueProblems } from './observation-form.js';

/** A result with one value: OBX from field 2 on, and OBR-25. */
function result(obx: string, report = 'F') {
  const lines = [
    'MSH|^~\\&|LIS|PHGH|||20260301080000||ORU^R01|1|T|2.5.1',
    `OBR|1|P1|F1|2823-3${'|'.repeat(21)}${report}`,
    `OBX|1|${obx}`,
  ];
  const parsed = parseMessage(Buffer.from(`${lines.join('\r')}\r`));
  const message = parsed.kind === 'message' ? parsed.message : undefined;
  const [group] = message ? readOrderGroups(message) : [];
  const value = message?.first('OBX');
  if (!group || !value) throw new Error('the test message cannot be read');
  return { value, group };
}

function problems(obx: string, report?: string) {
  const { value, group } = result(obx, report);
  return valueProblems(value, group);
}

describe('the form of a value', () => {
  it.each([
    ['NM|2823-3||4.4|mmol/L|3.5-5.1|N|||F', 'F'],
    ['NM|2823-3||-.5|mmol/L|||||P', 'P'],
    ['SN|2823-3||>^100|mmol/L|||||F', 'F'],
    ['SN|2823-3||^1^:^160||||||F', 'F'],
    ['CWE|2823-3||^Positive||||||F', 'F'],
    ['TX|2823-3||any words at all||||||C', 'C'],
    ['ED|2823-3||^application^pdf^Base64^JVBERi0x||||||F', 'F'],
    ['DTM|2823-3||20260301||||||F', 'F'],
    ['|2823-3||||||||I', 'P'],
    ['|2823-3||||||||X', 'F'],
  ])('of OBX|1|%s is right in a report with OBR-25 %s', (obx, report) => {
    expect(problems(obx, report)).toEqual([]);
  });

  it.each([
    ['NM|2823-3||high||||||F', 'F', 'OBX-5: expected a value of type NM, actual "high"'],
    ['SN|2823-3||>100||||||F', 'F', 'OBX-5: expected a value of type SN'],
    ['ED|2823-3||^application^pdf^A^JVBERi0x||||||F', 'F', 'OBX-5: expected a value of type ED'],
    ['TS|2823-3||20261301||||||F', 'F', 'OBX-5: expected a value of type TS'],
    ['QQ|2823-3||4.4||||||F', 'F', 'OBX-2: expected a type of table 0125, actual "QQ"'],
    ['|2823-3||4.4||||||F', 'F', 'OBX-2: expected a type of table 0125, actual ""'],
    ['NM|2823-3||||||||F', 'F', 'OBX-5: expected a value, actual nothing'],
    ['NM|||4.4||||||F', 'F', 'OBX-3: expected a code, actual nothing'],
    ['NM|2823-3||4.4||||||P', 'F', 'OBX-11: expected one of F, C, D, U, W, X, N in a report with OBR-25 F, actual "P"'],
    ['NM|2823-3||4.4||||||', 'F', 'actual ""'],
    ['NM|2823-3||4.4||||||C', 'P', 'OBX-11: expected one of P'],
  ])('of OBX|1|%s is wrong in a report with OBR-25 %s', (obx, report, problem) => {
    expect(problems(obx, report)).toEqual([expect.stringContaining(problem)]);
  });
});

describe('unit, range and flag of a number', () => {
  it.each([
    ['4.4|mmol/L|3.5-5.1|N'],
    ['4.4|mmol/L|3.5-5.1|'],
    ['6.1|mmol/L|3.5-5.1|H'],
    ['6.9|mmol/L|3.5-5.1|HH'],
    ['2.1|mmol/L|3.5-5.1|LL'],
    ['7|mg/L|<5.0|A'],
  ])('agree in %s', (rest) => {
    expect(flagProblems(result(`NM|2823-3||${rest}|||F`).value)).toEqual([]);
  });

  it.each([
    ['6.1|mmol/L|3.5-5.1|N', 'OBX-8: expected a flag for a value above 3.5-5.1, actual "N" for 6.1'],
    ['6.1|mmol/L|3.5-5.1|L', 'OBX-8'],
    ['4.4|mmol/L|3.5-5.1|H', 'OBX-8: expected a flag for a value within'],
    ['4.4||3.5-5.1|N', 'OBX-6: expected a unit, actual nothing'],
    ['4.4|mmol/L||N', 'OBX-7: expected a range such as 3.5-5.1, actual ""'],
  ])('do not agree in %s', (rest, problem) => {
    expect(flagProblems(result(`NM|2823-3||${rest}|||F`).value)).toEqual([expect.stringContaining(problem)]);
  });

  it('are not asked of words', () => {
    expect(flagProblems(result('ST|2823-3||Positive||||||F').value)).toEqual([]);
  });
});
