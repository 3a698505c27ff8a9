import { describe, expect, test } from 'vitest';
import { location } from '../src/population/places.js';
import { findVisit } from './care/care-record.js';
import { POTASSIUM } from './testing/laboratory-ward.js';
import { stay } from './testing/people.js';
import { Reception } from './testing/reception.js';

function both(text: string): readonly string[] {
  return [text, text];
}

describe('the department sees the visit as the EHR does', () => {
  test('through admission, transfer, discharge and back', () => {
    const hospital = new Reception();
    hospital.admit();
    expect(hospital.visit).toEqual(both('open I ICU V1'));
    hospital.do({ kind: 'transfer', to: location('MED1^101^A') });
    expect(hospital.visit).toEqual(both('open I MED1 V1'));
    hospital.do({ kind: 'cancel-transfer' });
    expect(hospital.visit).toEqual(both('open I ICU V1'));
    hospital.do({ kind: 'discharge' });
    expect(hospital.visit).toEqual(both('closed I ICU V1'));
    hospital.do({ kind: 'cancel-discharge' });
    expect(hospital.visit).toEqual(both('open I ICU V1'));
    const { care } = hospital.ward.of('lis', hospital.patient);
    expect(findVisit(care, undefined)?.visit.dischargedAt).toBeUndefined();
    expect(hospital.ward.types()).toEqual(['ADT^A01', 'ADT^A02', 'ADT^A12', 'ADT^A03', 'ADT^A13']);
    expect(hospital.ward.alerts()).toEqual([]);
  });

  test('and takes transfers back one by one', () => {
    const hospital = new Reception();
    hospital.admit();
    for (const bed of ['MED1^101^A', 'MED1^102^A']) hospital.do({ kind: 'transfer', to: location(bed) });
    const rooms = (): readonly (string | undefined)[] =>
      (['ehr', 'lis'] as const).map(
        (role) => findVisit(hospital.ward.of(role, hospital.patient).care, undefined)?.visit.location?.room,
      );
    hospital.do({ kind: 'cancel-transfer' });
    expect(rooms()).toEqual(['101', '101']);
    hospital.do({ kind: 'cancel-transfer' });
    expect(rooms()).toEqual(['501', '501']);
    hospital.do({ kind: 'cancel-transfer' });
    expect(hospital.ward.alerts('ehr')).toHaveLength(1);
  });

  test('that was planned, takes place', () => {
    const hospital = new Reception();
    hospital.do({ kind: 'pre-admit', visit: stay(hospital.patient) });
    expect(hospital.visit[1]).toMatch(/^planned P/);
    hospital.admit();
    expect(hospital.visit).toEqual(both('open I ICU V1'));
  });

  test.each(['A38', 'A11'] as const)('that was planned, is cancelled by %s', (event) => {
    const hospital = new Reception();
    hospital.do({ kind: 'pre-admit', visit: stay(hospital.patient) });
    hospital.do({ kind: 'cancel-pre-admit', event });
    expect(hospital.visit[1]).toMatch(/^void P/);
  });

  test('change its class and its number', () => {
    const hospital = new Reception();
    hospital.do({ kind: 'register', visit: stay(hospital.patient, 'V1', 'E') });
    hospital.do({ kind: 'change-class', to: 'I', number: { id: 'V2', authority: 'PIPEHAT', type: 'VN' } });
    expect(hospital.visit).toEqual(both('open I ICU V2'));
    hospital.do({ kind: 'change-class', to: 'O' });
    expect(hospital.visit).toEqual(both('open O ICU V2'));
    expect(hospital.ward.of('lis', hospital.patient).care.visits).toHaveLength(1);
    expect(hospital.ward.types()).toEqual(['ADT^A04', 'ADT^A06', 'ADT^A07']);
  });

  test('cancelled although an order is open, and somebody is told', () => {
    const hospital = new Reception();
    hospital.admit();
    hospital.ward.act('ehr', { kind: 'place-order', patient: hospital.patient, orders: [{ service: POTASSIUM }] });
    hospital.do({ kind: 'cancel-admit' });
    expect(hospital.visit).toEqual(both('void I ICU V1'));
    expect(hospital.ward.alerts('lis')[0]).toContain('although order');
    hospital.ward.act('ehr', { kind: 'place-order', patient: hospital.patient, orders: [{ service: POTASSIUM }] });
    expect(hospital.ward.of('ehr', hospital.patient).orders.map(({ state }) => state)).toEqual(['accepted', 'refused']);
  });
});

describe('what does not fit the visit', () => {
  test.each([
    ['cancel-discharge', 'A13 for a visit that is open'],
    ['cancel-transfer', 'not transferred'],
  ] as const)('%s is refused by the EHR itself', (kind, reason) => {
    const hospital = new Reception();
    hospital.admit();
    hospital.do({ kind });
    expect(hospital.ward.alerts('ehr')[0]).toContain(reason);
    expect(hospital.ward.types()).toEqual(['ADT^A01']);
  });

  test.each([
    ['refuse', 'AE'],
    ['flag', 'AA'],
  ] as const)('is not believed by the department: %s', (illegalTransitions, code) => {
    const hospital = new Reception({ illegalTransitions });
    hospital.admit();
    hospital.do({ kind: 'discharge' });
    hospital.do({ kind: 'transfer', to: location('MED1^101^A'), force: true });
    expect(hospital.ward.last('ADT').reply.get('MSA-1')).toBe(code);
    expect(hospital.visit).toEqual(both('closed I ICU V1'));
    expect(hospital.ward.alerts('lis')).toHaveLength(1);
  });

  test('an update may overtake the admission', () => {
    const hospital = new Reception();
    hospital.do({ kind: 'admit', visit: stay(hospital.patient), silent: true });
    hospital.do({ kind: 'update' });
    expect(hospital.visit).toEqual(both('open I ICU V1'));
  });
});

describe('an update', () => {
  test('replaces what it states, deletes what it nulls and leaves the rest', () => {
    const hospital = new Reception();
    hospital.admit();
    const name = { family: 'Renamed', given: 'Ann' };
    hospital.ward.act('ehr', {
      kind: 'update',
      patient: { ...hospital.patient, name, maritalStatus: '' },
      erased: ['phone'],
    });
    const { patient } = hospital.ward.of('lis', hospital.patient).care;
    expect(patient).toMatchObject({ name, phone: '', maritalStatus: hospital.patient.maritalStatus });
    expect(patient?.address).toEqual(hospital.patient.address);
  });

  test('empties a set of repeating segments by a null in its first field', () => {
    const hospital = new Reception();
    hospital.admit();
    expect(hospital.ward.of('lis', hospital.patient).care.patient?.nextOfKin).toHaveLength(1);
    hospital.do({ kind: 'update', erased: ['nextOfKin', 'insurance'] });
    const { patient } = hospital.ward.of('lis', hospital.patient).care;
    expect([patient?.nextOfKin, patient?.insurance]).toEqual([[], []]);
  });
});

describe('the protocol layer refuses', () => {
  test.each([
    ['another processing id', 'MSH-11', 'P', 'AR', '202'],
    ['an unknown version', 'MSH-12', '9.9', 'AR', '203'],
    ['an unknown event', 'MSH-9.2', 'A99', 'AR', '201'],
    ['an unknown message type', 'MSH-9.1', 'XYZ', 'AR', '200'],
    ['a message without a patient number', 'PID-3', '', 'AE', '101'],
  ])('%s', (_what, path, value, code, error) => {
    const hospital = new Reception();
    hospital.admit();
    const message = hospital.ward.last('ADT').message.with('MSH-10', 'BAD').withRaw(path, value);
    const reply = hospital.ward.deliver('lis', message);
    expect([reply.get('MSA-1'), reply.get('ERR-3')]).toEqual([code, error]);
    expect(reply.get('ERR-2.1')).toBe(path.slice(0, 3));
  });

  test('nothing that comes again after it was put right', () => {
    const hospital = new Reception();
    hospital.do({ kind: 'admit', visit: stay(hospital.patient), silent: true });
    hospital.do({ kind: 'discharge' });
    const refused = hospital.ward.last('ADT');
    expect(refused.reply.get('MSA-1')).toBe('AE');
    hospital.ward.deliver('lis', refused.message.with('MSH-9.2', 'A01').with('MSH-10', 'FIRST'));
    expect(hospital.ward.deliver('lis', refused.message).get('MSA-1')).toBe('AA');
  });
});
