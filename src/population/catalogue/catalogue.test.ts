import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ALLERGIES } from './allergies.js';
import { DIAGNOSES, findDiagnosis } from './diagnoses.js';
import { DRUGS, findDrug } from './drugs.js';
import { findImaging, IMAGING_PROCEDURES } from './imaging.js';
import { ANALYTES, findAnalyte, findOrderable, ORDERABLES } from './laboratory.js';

it('the generated rows are those of the code lists', () => {
  const script = fileURLToPath(new URL('../../../scripts/generate-catalogue.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('the notices travel with the data', () => {
  const notices = readFileSync(new URL('../../../LICENSES-data.md', import.meta.url), 'utf8');
  for (const name of ['LOINC', 'UCUM', 'RxNorm', 'ICD-10-CM', 'UNII', 'HL7', 'hl7-dictionary'])
    expect(notices).toContain(name);
});

it('the lists are as long as they should be, and no code stands twice', () => {
  const codes = (list: readonly { readonly code: string }[]) => new Set(list.map(({ code }) => code)).size;
  expect([ANALYTES, ORDERABLES, IMAGING_PROCEDURES, DRUGS, DIAGNOSES, ALLERGIES].map(codes)).toEqual([
    319, 81, 48, 104, 85, 32,
  ]);
  expect(ANALYTES).toHaveLength(319);
  expect(DRUGS).toHaveLength(104);
});

it('every LOINC code has its LOINC name and its check digit', () => {
  const coded = [...ANALYTES, ...ORDERABLES, ...IMAGING_PROCEDURES].filter(({ system }) => system === 'LN');
  for (const { code, longName } of coded) {
    expect(code).toMatch(/^\d{1,5}-\d$/);
    expect(longName, code).not.toBe('');
  }
});

it('every order has analytes, a tube and a time', () => {
  for (const { text, analytes, tube, turnaroundMinutes } of ORDERABLES) {
    expect(analytes.length, text).toBeGreaterThan(0);
    expect(tube, text).not.toBe('');
    expect(turnaroundMinutes, text).toBeGreaterThan(0);
  }
});

it('every analyte that is not numeric has values, and its expected value is one of them', () => {
  for (const { text, valueType, values, expected } of ANALYTES) {
    if (valueType === 'NM') expect(values, text).toEqual([]);
    else expect(values.length, text).toBeGreaterThan(1);
    if (expected !== undefined) expect(values, text).toContain(expected);
  }
});

describe('names', () => {
  it.each([
    ['CBC', '58410-2'],
    ['full blood count', '58410-2'],
    ['BMP', '24321-2'],
    ['CMP', '24323-8'],
    ['Potassium', '2823-3'],
    ['Troponin', '89577-1'],
    ['Blood culture', '600-7'],
    ['Urinalysis', '24356-8'],
    ['Lipid panel', '24331-1'],
    ['TSH', '3016-3'],
    ['HbA1c', 'HBA1C'],
    ['INR', '6301-6'],
    ['haemoglobin', '718-7'],
    ['Glucose', '2345-7'],
    ['2823-3', '2823-3'],
  ])('the test %s is %s', (name, code) => expect(findOrderable(name).code).toBe(code));

  it.each([
    ['Chest X-ray', '36643-5'],
    ['chest xray', '36643-5'],
    ['CT head', '30799-1'],
    ['MRI brain', '30657-1'],
    ['portable chest x-ray', '24632-2'],
    ['ultrasound thyroid', '25010-0'],
  ])('the examination %s is %s', (name, code) => expect(findImaging(name).code).toBe(code));

  it.each([
    ['Paracetamol 500 mg', '198440'],
    ['acetaminophen 325mg', '313782'],
    ['Ceftriaxone 1 g', '1665021'],
    ['levothyroxine 75 mcg', '966222'],
    ['Salbutamol', '630208'],
    ['WARFARIN', '855332'],
    ['198440', '198440'],
  ])('the drug %s is %s', (name, code) => expect(findDrug(name).code).toBe(code));

  it('of analytes and diagnoses', () => {
    expect(findAnalyte('Hb').code).toBe('718-7');
    expect(findAnalyte('WBC').code).toBe('6690-2');
    expect(findDiagnosis('Pneumonia').code).toBe('J18.9');
    expect(findDiagnosis('i10').code).toBe('I10');
  });

  it('that do not exist are answered with the nearest', () => {
    expect(() => findOrderable('Potasium')).toThrow(/there is no laboratory test 'Potasium'.*'Potassium'/);
    expect(() => findDrug('Paracetmol')).toThrow(/there is no drug 'Paracetmol'/);
    expect(() => findDrug('')).toThrow(/there is no drug ''/);
  });

  it('that fit several things are refused with all of them', () => {
    expect(() => findImaging('Knee X-ray')).toThrow(
      /ambiguous.*'Knee X-ray, left, 2 views', 'Knee X-ray, right, 2 views'/,
    );
  });

  it('of every item find that item', () => {
    for (const item of IMAGING_PROCEDURES) expect(findImaging(item.text)).toBe(item);
    for (const item of DRUGS) expect(findDrug(item.text)).toBe(item);
    for (const item of ANALYTES) expect(findAnalyte(item.code)).toBe(item);
    for (const item of DIAGNOSES) expect(findDiagnosis(item.text)).toBe(item);
  });
});
