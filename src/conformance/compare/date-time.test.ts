import { describe, expect, it } from 'vitest';
import { compareDates, compareDateTimes, compareTimes, isDateTime, type TimeRules, zoneOf } from './date-time.js';

const RULES: TimeRules = { zone: undefined, truncated: false, faulty: false };
const FAULTY: TimeRules = { ...RULES, faulty: true };

const sign = (order: number | undefined) => (order === undefined ? undefined : Math.sign(order));

describe('points in time', () => {
  it.each([
    ['2026', true],
    ['20260101120000.1234+0100', true],
    ['2026010112', true],
    ['20261301', false],
    ['20260132', false],
    ['2026010124', false],
    ['20260101120000.12345', false],
    ['2026+01', false],
  ])('%s', (text, is) => {
    expect(isDateTime(text)).toBe(is);
  });

  it('have a zone at their end, or none', () => {
    expect(zoneOf('2026-0500')).toBe('-0500');
    expect(zoneOf('2026')).toBe('');
  });

  it.each<[string, string, number | undefined]>([
    ['20260101', '20260102', -1],
    ['2026', '202601', -1],
    ['202601', '20260101', -1],
    ['202601011200', '202601011200', 0],
    ['202601011200+0100', '202601011100+0000', 0],
    ['202601011200+0000', '202601011200-0500', -1],
    ['20260101120000.5', '20260101120000.50', 0],
    ['20260101120000.5', '20260101120000.6', -1],
    ['202601010030+0100', '202512312330+0000', 0],
    ['20240229', '20240229', 0],
    ['20230229', '20230229', undefined],
    ['19000229', '19000229', undefined],
    ['202601011200+0100', '202601011200', undefined],
    ['x', '2026', undefined],
  ])('%s and %s', (left, right, order) => {
    expect(sign(compareDateTimes(left, right, RULES))).toBe(order);
  });

  it('take the zone of the message where they have none', () => {
    const rules = { ...RULES, zone: '+0000' };
    expect(compareDateTimes('202601011200+0100', '202601011100', rules)).toBe(0);
    expect(compareTimes('1200+0100', '1100', rules)).toBe(0);
  });

  it('are cut to the shorter one on request', () => {
    expect(compareDateTimes('202601', '20260131', { ...RULES, truncated: true })).toBe(0);
    expect(compareDateTimes('20260101120000.1', '20260101120000', { ...RULES, truncated: true })).toBe(0);
    expect(compareDates('2026', '20260131', { ...RULES, truncated: true })).toBe(0);
  });
});

describe('what the reference does', () => {
  it('a fraction counts as milliseconds, filled up to four digits', () => {
    expect(compareDateTimes('20260101120000.5', '20260101120005', FAULTY)).toBe(0);
    expect(sign(compareDateTimes('20260101120000.5', '20260101120005', RULES))).toBe(-1);
    expect(compareTimes('120000.12', '120001.02', FAULTY)).toBe(0);
  });

  it('a zone does not carry over the end of a month', () => {
    expect(sign(compareDateTimes('202601010030+0100', '202512312330+0000', FAULTY))).toBe(1);
  });

  it('every fourth year is a leap year', () => {
    expect(compareDates('19000229', '19000229', FAULTY)).toBe(0);
    expect(compareDates('19010229', '19010229', FAULTY)).toBeUndefined();
  });
});

describe('times and dates', () => {
  it.each<[string, string, number | undefined]>([
    ['12', '1200', 0],
    ['1200', '1201', -1],
    ['1200+0100', '1100+0000', 0],
    ['24', '12', undefined],
    ['1200+0100', '1200', undefined],
  ])('times %s and %s', (left, right, order) => {
    expect(sign(compareTimes(left, right, RULES))).toBe(order);
  });

  it.each<[string, string, number | undefined]>([
    ['2026', '202601', -1],
    ['20260102', '20260101', 1],
    ['20260101', '2026010112', undefined],
  ])('dates %s and %s', (left, right, order) => {
    expect(sign(compareDates(left, right, RULES))).toBe(order);
  });
});
