import { describe, expect, it } from 'vitest';
import { found, foundByNist } from '../testdata/judged.js';
import type { SmallProfile } from '../testdata/small-profile.js';

const typed = (datatype: string, hl7Version = '2.5.1'): SmallProfile => ({
  structure: 'MSH PID',
  fields: { PID: [{ datatype }] },
  profile: { hl7Version },
});

/** Which of the values are told, our own mode first. The specimen's header names 2.5.1. */
const wrong = (datatype: string, values: readonly string[], version?: string) =>
  values.filter((value) => found(typed(datatype, version), `PID|${value}`).some((line) => line.startsWith('format')));
const wrongByNist = (datatype: string, values: readonly string[], version?: string) =>
  values.filter((value) =>
    foundByNist(typed(datatype, version), `PID|${value}`).some((line) => line.startsWith('format')),
  );

describe('formats of values', () => {
  it('NM', () => {
    const values = ['1', '+1.5', '-.5', '5.', '""', '1e3', '1,5', '.', '1 '];
    expect(wrong('NM', values)).toEqual(['1e3', '1,5', '.', '1 ']);
    expect(wrongByNist('NM', values)).toEqual(['1e3', '1,5', '.', '1 ']);
    expect(found(typed('NM'), 'PID|x')).toEqual(['format-number PID[1]-1[1] 2:5']);
  });

  it('SI', () => {
    const values = ['1', '0012', '-1', '1.5', 'one'];
    expect(wrong('SI', values)).toEqual(['-1', '1.5', 'one']);
    expect(wrongByNist('SI', values)).toEqual(['one']);
    expect(found(typed('SI'), 'PID|x')).toEqual(['format-sequence-id PID[1]-1[1] 2:5']);
  });

  it('DT, with real days', () => {
    const values = [
      '2026',
      '202602',
      '20260228',
      '20240229',
      '20000229',
      '19000229',
      '20230229',
      '20260431',
      '202613',
      '20260',
      '2026-02-28',
    ];
    expect(wrong('DT', values)).toEqual(['19000229', '20230229', '20260431', '202613', '20260', '2026-02-28']);
    expect(wrongByNist('DT', values)).toEqual(['20230229', '20260431', '202613', '20260', '2026-02-28']);
    expect(wrongByNist('DT', ['20150729', '20260230', '20260231'])).toEqual(['20260230', '20260231']);
    expect(found(typed('DT'), 'PID|x')).toEqual(['format-date PID[1]-1[1] 2:5']);
  });

  it('TM', () => {
    const values = ['08', '0830', '083059', '083059.1234', '0830+0100', '24', '0860', '083059.12345', '08:30'];
    expect(wrong('TM', values)).toEqual(['24', '0860', '083059.12345', '08:30']);
    expect(wrongByNist('TM', values)).toEqual(['24', '0860', '083059.12345', '08:30']);
    expect(found(typed('TM'), 'PID|x')).toEqual(['format-time PID[1]-1[1] 2:5']);
  });

  it('DTM', () => {
    const values = [
      '2026',
      '2026+0500',
      '202603+0500',
      '2026030108',
      '20260301083059.1-0500',
      '20260229',
      '2026030124',
      '20260301 0830',
    ];
    expect(wrong('DTM', values)).toEqual(['20260229', '2026030124', '20260301 0830']);
    expect(wrongByNist('DTM', values)).toEqual(['20260229', '2026030124', '20260301 0830']);
    expect(found(typed('DTM'), 'PID|x')).toEqual(['format-timestamp PID[1]-1[1] 2:5']);
  });

  it('older versions want more of a date and time; the reference has one form for all', () => {
    expect(wrong('DTM', ['2026030108', '202603010830'], '2.4')).toEqual(['2026030108']);
    expect(wrong('DTM', ['2026', '20260301', '202603010830'], '2.2')).toEqual(['2026']);
    expect(wrong('DT', ['202603', '20260301'], '2.2')).toEqual(['202603']);
    expect(wrong('TM', ['08', '0830'], '2.1')).toEqual(['08']);
    expect(wrongByNist('DTM', ['2026', '2026030108'], '2.2')).toEqual([]);
  });

  it('TS without components, where the reference reads any text', () => {
    const small: SmallProfile = { ...typed('TS'), datatypes: { TS: [] } };
    expect(found(small, 'PID|20260301')).toEqual([]);
    expect(found(small, 'PID|yesterday')).toEqual(['format-timestamp PID[1]-1[1] 2:5']);
    expect(foundByNist(small, 'PID|yesterday')).toEqual([]);
  });

  it('TN', () => {
    expect(wrong('TN', ['(415)555-1234X12', '555-1234', '1 (415)5551234Ccall later', 'call me'])).toEqual(['call me']);
    expect(found(typed('TN'), 'PID|x')).toEqual(['format-telephone PID[1]-1[1] 2:5']);
  });

  it('SN', () => {
    expect(found(typed('SN'), 'PID|>^5')).toEqual([]);
    expect(found(typed('SN'), 'PID|^1^:^128')).toEqual([]);
    expect(found(typed('SN'), 'PID|about^5^to^6')).toEqual([
      'format-comparator PID[1]-1[1].1 2:5',
      'format-comparator PID[1]-1[1].3 2:13',
    ]);
    expect(foundByNist(typed('SN'), 'PID|about^5')).toEqual([]);
  });

  it('HD and EI: the universal id is as its type says', () => {
    const id = (text: string, type: string) => found(typed('HD'), `PID|x^${text}^${type}`);
    expect([id('2.16.840.1', 'ISO'), id('lab.example.org', 'DNS'), id('anything at all', 'L')].flat()).toEqual([]);
    expect([id('b5f2c0de-0000-4000-8000-0123456789ab', 'UUID'), id('urn:x:y', 'URI')].flat()).toEqual([]);
    for (const [text, type] of [
      ['2.16.TBD', 'ISO'],
      ['1', 'UUID'],
      ['a b', 'DNS'],
      ['no scheme', 'URI'],
    ] as const) {
      expect(id(text, type)).toEqual(['format-universal-id PID[1]-1[1].2 2:7']);
    }
    expect(found(typed('EI'), 'PID|x^^1.2.x^ISO')).toEqual(['format-universal-id PID[1]-1[1].3 2:8']);
    expect(found(typed('EI'), 'PID|x^^1.2.3^ISO')).toEqual([]);
  });

  it('ED: the data are in the encoding that they declare', () => {
    expect(found(typed('ED'), 'PID|^text^plain^Base64^SGVsbG8=')).toEqual([]);
    expect(found(typed('ED'), 'PID|^text^plain^Hex^48656C6C6F')).toEqual([]);
    expect(found(typed('ED'), 'PID|^text^plain^A^any text')).toEqual([]);
    expect(found(typed('ED'), 'PID|^text^plain^Base64^?')).toEqual(['format-encapsulated-data PID[1]-1[1].5 2:24']);
    expect(found(typed('ED'), 'PID|^text^plain^Hex^4G')).toEqual(['format-encapsulated-data PID[1]-1[1].5 2:21']);
  });
});
