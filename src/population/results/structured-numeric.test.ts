import { expect, it } from 'vitest';
import { ANALYTES } from '../catalogue/laboratory.js';
import { structuredNumeric } from './structured-numeric.js';

it.each([
  ['>=32', { comparator: '>=', num1: '32' }],
  ['<1:40', { comparator: '<', num1: '1', separator: ':', num2: '40' }],
  ['6-20', { num1: '6', separator: '-', num2: '20' }],
  ['0.25', { num1: '0.25' }],
  ['-2.5', { num1: '-2.5' }],
  ['> 100', undefined],
  ['none seen', undefined],
  ['', undefined],
])('%s', (text, expected) => expect(structuredNumeric(text)).toEqual(expected));

it('takes apart every value of an SN analyte', () => {
  const values = ANALYTES.filter(({ valueType }) => valueType === 'SN').flatMap(({ values: list }) => list);
  expect(values.length).toBeGreaterThan(80);
  for (const value of values) expect(structuredNumeric(value), value).toBeDefined();
});
