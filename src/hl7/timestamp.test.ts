import { describe, expect, it } from 'vitest';
import { formatTimestamp, parseTimestamp } from './timestamp.js';

describe('timestamp', () => {
  it.each([
    ['2024', 'year', '2024-01-01T00:00:00.000Z'],
    ['202402', 'month', '2024-02-01T00:00:00.000Z'],
    ['20240229', 'day', '2024-02-29T00:00:00.000Z'],
    ['2024022923', 'hour', '2024-02-29T23:00:00.000Z'],
    ['202402292359', 'minute', '2024-02-29T23:59:00.000Z'],
    ['20240229235958', 'second', '2024-02-29T23:59:58.000Z'],
    ['20240229235958.5', 'millisecond', '2024-02-29T23:59:58.500Z'],
    ['20240229235958.5699', 'millisecond', '2024-02-29T23:59:58.569Z'],
    ['20240229235958+0100', 'second', '2024-02-29T22:59:58.000Z'],
    ['20240229235958.123-0530', 'millisecond', '2024-03-01T05:29:58.123Z'],
    ['20240101+1400', 'day', '2023-12-31T10:00:00.000Z'],
    ['00010101', 'day', '0001-01-01T00:00:00.000Z'],
  ])('%s has precision %s and begins at %s', (text, precision, instant) => {
    const timestamp = parseTimestamp(text);
    expect(timestamp?.precision).toBe(precision);
    expect(timestamp?.toDate().toISOString()).toBe(instant);
  });

  it.each([
    '',
    '202',
    '20241',
    '20241301',
    '20240001',
    '20240100',
    '20240132',
    '20240431',
    '20230229',
    '19000229',
    '2024010124',
    '202401012360',
    '20240101235960',
    '20240101235959.',
    '20240101235959.12345',
    '20240101235959+1460',
    '20240101235959+1500',
    '20240101235959+01',
    '20240101235959Z',
    '2024-01-01',
    '00000101',
    ' 20240101',
  ])('"%s" is no timestamp', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });

  it('knows leap years of all four kinds', () => {
    expect(['2024', '2023', '2000', '1900'].map((year) => parseTimestamp(`${year}0229`) !== undefined)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('keeps what was stated and nothing else', () => {
    const { toDate: _, ...parts } = parseTimestamp('20240229235958.50-0500') ?? { toDate: undefined };
    expect(parts).toEqual({
      year: 2024,
      month: 2,
      day: 29,
      hour: 23,
      minute: 59,
      second: 58,
      fraction: '50',
      offsetMinutes: -300,
      precision: 'millisecond',
    });
    expect(parseTimestamp('2024')).not.toHaveProperty('month');
  });

  it('assumes an offset only where none was sent', () => {
    expect(parseTimestamp('2024010100')?.toDate(60).toISOString()).toBe('2023-12-31T23:00:00.000Z');
    expect(parseTimestamp('2024010100+0000')?.toDate(60).toISOString()).toBe('2024-01-01T00:00:00.000Z');
  });

  it('formats in UTC by seconds unless told otherwise', () => {
    const at = new Date('2024-02-29T23:59:58.123Z');
    expect(formatTimestamp(at)).toBe('20240229235958+0000');
    expect(formatTimestamp(at, 'day')).toBe('20240229');
    expect(formatTimestamp(at, 'minute')).toBe('202402292359+0000');
    expect(formatTimestamp(at, 'millisecond', 330)).toBe('20240301052958.123+0530');
    expect(formatTimestamp(at, 'second', -570)).toBe('20240229142958-0930');
    expect(() => formatTimestamp(new Date(Number.NaN))).toThrow('invalid Date');
  });

  it('reads what it formats', () => {
    const at = new Date('2031-07-04T05:06:07.089Z');
    for (const offset of [-720, -90, 0, 45, 840]) {
      expect(parseTimestamp(formatTimestamp(at, 'millisecond', offset))?.toDate()).toEqual(at);
    }
  });
});
