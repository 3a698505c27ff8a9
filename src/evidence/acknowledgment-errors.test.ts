import { describe, expect, it } from 'vitest';
import { acknowledgmentErrors, errorLocation } from './acknowledgment-errors.js';
import { fold } from './fold.js';
import { adt, message, reply } from './testdata/entries.js';

describe('acknowledgmentErrors', () => {
  const unknownKey = 'ERR||PID^1^3|204^Unknown key identifier^HL70357|E\r';
  const rows = acknowledgmentErrors(
    fold([
      ...[message('x1', 'sent', 'ehr>sut', adt('C1')), reply('x1', 'AE', 'C1', unknownKey)],
      ...[message('x2', 'sent', 'ehr>sut', adt('C2')), reply('x2', 'AE', 'C2', unknownKey)],
      ...[message('x3', 'sent', 'lis>sut', adt('C3')), reply('x3', 'AE', 'C3', unknownKey)],
      ...[message('x4', 'sent', 'ehr>sut', adt('C4')), reply('x4', 'AR', 'C4')],
      ...[message('x5', 'sent', 'ehr>sut', adt('C5')), reply('x5', 'AA', 'C5')],
    ]),
  );

  it('counts by code, location and partner, the most frequent first', () => {
    expect(rows.map((row) => [row.acknowledgment, row.code, row.location, row.link, row.exchanges.length])).toEqual([
      ['AE', '204', 'PID-3', 'ehr>sut', 2],
      ['AR', '', '', 'ehr>sut', 1],
      ['AE', '204', 'PID-3', 'lis>sut', 1],
    ]);
  });

  it('names the messages that were answered so', () => {
    expect(rows[0]?.exchanges.map((exchange) => exchange.id)).toEqual(['x1', 'x2']);
  });
});

describe('errorLocation', () => {
  it.each([
    [undefined, ''],
    [{ segment: 'PID' }, 'PID'],
    [{ segment: 'OBX', sequence: 2, field: 5 }, 'OBX[2]-5'],
    [{ segment: 'PID', sequence: 1, field: 3, repetition: 2, component: 4, subcomponent: 1 }, 'PID-3[2].4.1'],
  ])('%j is %j', (location, text) => {
    expect(errorLocation({ code: '101', ...(location === undefined ? {} : { location }) })).toBe(text);
  });
});
