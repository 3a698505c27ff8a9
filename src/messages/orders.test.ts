import { describe, expect, it } from 'vitest';
import { omiO23 } from './omi-o23.js';
import { omlO21 } from './oml-o21.js';
import { orlO22 } from './orl-o22.js';
import { ormO01 } from './orm-o01.js';
import { orrO02 } from './orr-o02.js';
import { oruR01 } from './oru-r01.js';
import { AT, envelope, everyFact, order, patient } from './testdata/facts.js';

const { reports, answers } = everyFact;

describe('timing', () => {
  it('stays in ORC-7 in ORM, whatever the version', () => {
    const message = ormO01(envelope('2.5.1'), { patient, orders: [order] });
    expect(message.first('TQ1')).toBeUndefined();
    expect(message.get('ORC-7.4')).toBe('20260314102653+0000');
    expect(message.get('ORC-7.6')).toBe('S');
  });

  it('moves to TQ1 from 2.5 on in the others', () => {
    const modern = omlO21(envelope('2.5'), { patient, orders: [order] });
    expect(modern.get('TQ1-9')).toBe('S');
    expect(modern.get('ORC-7')).toBeUndefined();
    const older = omlO21(envelope('2.4'), { patient, orders: [order] });
    expect(older.first('TQ1')).toBeUndefined();
    expect(older.get('ORC-7.6')).toBe('S');
  });
});

describe('specimen', () => {
  it('stands in OBR-15 where there is no SPM, and only there', () => {
    expect(ormO01(envelope('2.5.1'), { patient, orders: [order] }).get('OBR-15')).toBe('SER');
    expect(oruR01(envelope('2.4'), { patient, reports }).get('OBR-15')).toBe('SER');
    const modern = oruR01(envelope('2.5.1'), { patient, reports });
    expect(modern.get('OBR-15')).toBeUndefined();
    expect(modern.get('SPM-4')).toBe('SER');
    expect(modern.get('SPM-18')).toBe('20260314092153+0000');
  });

  it('keeps the old table where the new one lacks the code', () => {
    const venous = { ...order, specimen: { id: { id: 'S1', namespace: 'LIS' }, type: 'BLDV' } };
    const message = omlO21(envelope('2.5.1'), { patient, orders: [venous, order] });
    expect(message.rawText('SPM-4')).toBe('BLDV^^HL70070');
    expect(message.rawText('SPM[2]-4')).toBe('SER^^HL70487');
  });
});

describe('the time of observation', () => {
  const { collectedAt, specimen, ...unsampled } = order;

  it('is that of the earliest observation where nobody took a specimen', () => {
    const earlier = (steps: number) => new Date(AT.getTime() - steps * 60_000);
    const read = reports.map((report) => ({
      ...report,
      order: unsampled,
      observations: report.observations.map((one, index) => ({ ...one, observedAt: earlier(index) })),
    }));
    const message = oruR01(envelope('2.5.1'), { patient, reports: read });
    const last = reports[0]?.observations.length;
    expect(message.get('OBR-7')).toBe(message.get(`OBX[${last}]-14`));
  });

  it('is left out of an order', () => {
    const message = ormO01(envelope('2.5.1'), { patient, orders: [unsampled] });
    expect(message.get('OBR-7')).toBeUndefined();
  });
});

describe('imaging numbers', () => {
  it('stand in IPC where there is one, else in OBR and ZDS', () => {
    const modern = omiO23(envelope('2.5.1'), { patient, orders: [order] });
    expect(modern.get('IPC-3')).toBe('1.2.826.0.1.3680043.10.1.1');
    expect(modern.get('OBR-18')).toBeUndefined();
    const classic = ormO01(envelope('2.3.1'), { patient, orders: [order] });
    expect(classic.get('OBR-18')).toBe('ACC4711');
    expect(classic.get('ZDS-1')).toBe('1.2.826.0.1.3680043.10.1.1');
  });
});

describe('answers', () => {
  it('echo the control id and the numbers, and say why', () => {
    const refused = { ...order, control: 'UA' as const };
    const message = orrO02(envelope('2.5.1'), { answers, patient, orders: [refused] });
    expect(message.get('MSA-2')).toBe(answers.controlId);
    expect(message.get('ORC-1')).toBe('UA');
    expect(message.get('ORC-2')).toBe('P1001');
    expect(message.get('NTE-3')).toBe('Specimen haemolysed');
    expect(orlO22(envelope('2.5.1'), { answers, patient, orders: [refused] }).get('ORC-16')).toBe('HEM');
  });

  it('carry errors by version', () => {
    const location = { segment: 'OBR', sequence: 1, field: 4 };
    const bad = { ...answers, code: 'AE' as const, errors: [{ code: '103', location }] };
    const modern = orrO02(envelope('2.5.1'), { answers: bad, patient, orders: [] });
    expect(modern.first('ERR')?.rawText()).toBe('ERR||OBR^1^4|103^Table value not found^HL70357|E');
    const older = orrO02(envelope('2.3.1'), { answers: bad, patient, orders: [] });
    expect(older.first('ERR')?.rawText()).toBe('ERR|OBR^1^4^103&Table value not found&HL70357');
  });
});

describe('versions', () => {
  it('of a message that does not exist yet are refused with the remedy', () => {
    expect(() => omiO23(envelope('2.4'), { patient, orders: [order] })).toThrow(
      'OMI^O23 cannot be built in HL7 2.4: set the version of the link to 2.5 or later',
    );
  });

  it('before 2.4 have no analysis time, before 2.5.1 no performing laboratory', () => {
    expect(oruR01(envelope('2.3.1'), { patient, reports }).get('OBX-19')).toBeUndefined();
    expect(oruR01(envelope('2.5'), { patient, reports }).get('OBX-19')).toBe('20260314092653+0000');
    expect(oruR01(envelope('2.5'), { patient, reports }).get('OBX-23')).toBeUndefined();
  });
});

it('takes HD values with a universal id', () => {
  const sender = { application: 'LIS^1.2.3^ISO', facility: 'PHGH' };
  const message = oruR01({ ...envelope('2.5.1'), sender }, { patient, reports });
  expect(message.get('MSH-3.2')).toBe('1.2.3');
});

it('leaves MSH-18 empty for ASCII', () => {
  const { charset: _, ...ascii } = envelope('2.5.1');
  const plain = { ...patient, name: { family: 'Smith', given: 'Ann' }, nextOfKin: [] };
  expect(oruR01(ascii, { patient: plain, reports }).get('MSH-18')).toBeUndefined();
});
