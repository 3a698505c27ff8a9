import { describe, expect, it } from 'vitest';
import { standard } from './load.js';
import { readDataFile } from './load-data-file.js';
import { nearestVersion, STANDARD_VERSIONS } from './versions.js';

const v251 = standard('2.5.1');

describe('names for people', () => {
  it('segments, fields and components', () => {
    expect(v251.segmentName('PID')).toBe('Patient Identification');
    expect(v251.fieldInfo('PID', 3)).toEqual({
      name: 'Patient Identifier List',
      datatype: 'CX',
      required: true,
      repeats: true,
      maxRepetitions: Number.POSITIVE_INFINITY,
      length: 250,
    });
    expect(v251.componentInfo('CX', 4)).toMatchObject({ name: 'Assigning Authority', datatype: 'HD', table: '0363' });
    expect([v251.fieldCount('PID'), v251.componentCount('CX'), v251.componentCount('ST')]).toEqual([39, 10, 0]);
  });
  it('nothing for what the version does not have', () => {
    expect(v251.segmentName('ZPD')).toBeUndefined();
    expect(v251.segmentName('constructor')).toBeUndefined();
    expect(v251.fieldInfo('PID', 0)).toBeUndefined();
    expect(v251.fieldInfo('PID', 40)).toBeUndefined();
    expect(v251.structure('toString')).toBeUndefined();
    expect(standard('2.3').segmentName('SFT')).toBeUndefined();
  });
  it('tables, however they are written', () => {
    for (const table of ['0001', '1', 'HL70001']) expect(v251.codeText(table, 'F')).toBe('Female');
    expect(v251.tableName('0357')).toBe('Message error condition codes');
    expect(v251.codeText('0001', 'female')).toBeUndefined();
    expect(v251.tableCodes('9999')).toBeUndefined();
  });
  it('the error code for a value that is too long from 2.7 on', () => {
    expect(v251.codeText('0357', '104')).toBeUndefined();
    expect(standard('2.7').codeText('0357', '104')).toBe('Value too long');
    expect(standard('2.7').codeText('0357', '199')).toBeUndefined();
    expect(standard('2.7.1').codeText('0357', '199')).toBe('Other HL7 Error');
  });
});

describe('required fields of 2.5.1', () => {
  it.each([
    ['MSH', [1, 2, 7, 9, 10, 11, 12]],
    ['EVN', [2]],
    ['PID', [3, 5]],
    ['AL1', [1, 3]],
    ['DG1', [1, 6]],
    ['NK1', [1]],
    ['IN1', [1, 2, 3]],
    ['GT1', [1, 3]],
    ['MSA', [1, 2]],
    ['ERR', [3, 4]],
    ['MRG', [1]],
    ['PV1', [2]],
    ['ORC', [1]],
    ['OBR', [4]],
    ['OBX', [3, 11]],
    ['RXE', [2, 3, 5]],
    ['RXD', [1, 2, 3, 4, 7]],
    ['RXA', [1, 2, 3, 4, 5, 6]],
    ['RXG', [1, 4, 5, 7]],
    ['RXC', [1, 2, 3, 4]],
    ['RXR', [1]],
    ['SCH', [6, 16, 20]],
    ['AIS', [1, 3]],
    ['FT1', [4, 6, 7]],
    ['TXA', [1, 2, 12, 17]],
    ['SPM', [4]],
    ['IPC', [1, 2, 3, 4]],
  ])('%s', (segment, expected) => {
    const positions = Array.from({ length: v251.fieldCount(segment) }, (_, i) => i + 1);
    expect(positions.filter((position) => v251.fieldInfo(segment, position)?.required)).toEqual(expected);
  });
});

it('a length that the standard leaves open is absent', () => {
  expect(standard('2.6').fieldInfo('MSH', 10)?.length).toBe(199);
  expect(v251.fieldInfo('MSH', 10)?.length).toBe(20);
  const open = standard('2.7').fieldInfo('PID', 3);
  expect(open).toBeDefined();
  expect(open?.length).toBeUndefined();
});

describe('loading', () => {
  it('gives the same object again', () => expect(standard('2.5.1')).toBe(v251));
  it('knows ten versions', () =>
    expect(STANDARD_VERSIONS.map((version) => standard(version).version)).toHaveLength(10));
  it('says which versions there are', () =>
    expect(() => standard('2.8')).toThrow('no data for HL7 v2.8; we hold 2.1, 2.2'));
  it('says how to make missing data', () => {
    expect(() => readDataFile(new URL('./nowhere/', import.meta.url), '2.4')).toThrow(
      /2\.4\.json: run `npm run build`/,
    );
  });
  it.each([
    ['2.5.1', '2.5.1'],
    ['2.8', '2.7.1'],
    ['2.3.2', '2.3.1'],
    ['2.5.2', '2.5.1'],
    ['2.0', '2.1'],
    ['', '2.5.1'],
    ['3', '2.5.1'],
  ])('takes %s for %s', (msh12, expected) => expect(nearestVersion(msh12)).toBe(expected));
});
