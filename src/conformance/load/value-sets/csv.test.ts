import { describe, expect, it } from 'vitest';
import { readCsvValueSets } from './csv.js';
import { told } from './testdata/told-defects.js';

function read(text: string, named: { readonly id?: string; readonly name?: string } = { id: 'SET' }) {
  const { result, defects } = told((to) => readCsvValueSets({ text, file: 'codes/wards.csv', ...named }, to));
  return { sets: result, defects };
}

describe('value sets from CSV', () => {
  it('reads codes, texts, systems and usages', () => {
    const { sets, defects } = read('code,text,system,usage\nM,Male,HL70001,\nF,"Female, adult",HL70001,P\nX,Gone,,E\n');
    expect(defects).toEqual([]);
    expect(sets).toMatchObject([{ id: 'SET', name: 'SET', contentDefinition: 'Extensional' }]);
    expect(sets[0]?.codes).toEqual([
      { value: 'M', text: 'Male', system: 'HL70001', usage: 'R' },
      { value: 'F', text: 'Female, adult', system: 'HL70001', usage: 'P' },
      { value: 'X', text: 'Gone', system: '', usage: 'E' },
    ]);
  });

  it.each([
    ['semicolons, as a German spreadsheet writes', 'Code;Display Name;Code System\r\nA;Eins;L\r\n'],
    ['tabs', 'CODE\tDescription\tcode_system\nA\tEins\tL\n'],
    ['a byte order mark, blank lines and blanks around', '\uFEFF code , text , system \n\n  A ,Eins, L\n\n'],
    ['columns in another order', 'system,value,display\nL,A,Eins'],
  ])('takes %s', (_, text) => {
    const { sets, defects } = read(text);
    expect(defects).toEqual([]);
    expect(sets[0]?.codes).toEqual([{ value: 'A', text: 'Eins', system: 'L', usage: 'R' }]);
  });

  it('reads patterns, quotes and line ends inside of them', () => {
    const { sets, defects } = read('code,text,pattern\nWARD,"a ""ward""\nof ours","W[0-9]{2,3}"\nX,x,\n');
    expect(defects).toEqual([]);
    expect(sets[0]?.codes).toMatchObject([{ text: 'a "ward"\nof ours', pattern: 'W[0-9]{2,3}' }, { value: 'X' }]);
    expect(sets[0]?.codes[1]).not.toHaveProperty('pattern');
  });

  it('reads several sets from one file, and names a set after the file where nobody names it', () => {
    const { sets } = read('set,code\nA,1\nB,2\nA,3\n,4\n', {});
    expect(sets.map(({ id, codes }) => [id, codes.map(({ value }) => value)])).toEqual([
      ['A', ['1', '3']],
      ['B', ['2']],
      ['wards', ['4']],
    ]);
  });

  it('gives an empty set for a file without codes', () => {
    expect(read('code,text\n')).toMatchObject({ sets: [{ id: 'SET', codes: [] }], defects: [] });
  });

  it.each([
    ['', undefined, undefined],
    ['name,meaning\nA,x\n', 'csv-no-code', 1],
    ['code,text\nA,x\n,y\n', 'csv-empty-code', 3],
    ['code,usage\nA,R\nB,Q\n', 'csv-usage', 3],
    ['code,text\nA,"x\nB,y\n', 'csv', 3],
    ['code,text,colour\nA,x,red\n', 'csv-column', 1],
  ])('names the line of what is wrong: %j', (text, code, line) => {
    const { defects } = read(text);
    if (code === undefined) expect(defects).toEqual([]);
    else {
      const found = defects.find((defect) => defect.code === code);
      expect(found).toMatchObject({ place: { file: 'codes/wards.csv', line } });
      expect(found?.remedy).not.toBe('');
    }
  });

  it('tells all defects at once and keeps what can be read', () => {
    const { sets, defects } = read('code,usage\n,R\nB,Q\nC,P\n');
    expect(defects.map(({ place }) => place.line)).toEqual([2, 3]);
    expect(sets[0]?.codes).toMatchObject([{ value: 'C' }]);
  });
});
