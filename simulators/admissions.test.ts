import { describe, expect, test } from 'vitest';
import { secondRecord } from '../src/population/patient.js';
import { location } from '../src/population/places.js';
import { findVisit } from './care/care-record.js';
import type { AdtCommand } from './ehr/commands.js';
import { ehr } from './ehr.js';
import { type LisOptions, lis } from './lis.js';
import { found } from './testing/departments.js';
import { POTASSIUM } from './testing/laboratory-ward.js';
import { somebody, stay } from './testing/people.js';
import { Ward } from './testing/ward.js';

type Bare<C> = C extends { readonly patient: unknown } ? Omit<C, 'patient'> : never;

/** The EHR and one department that listens to its ADT. */
class Reception {
  readonly patient = somebody();
  readonly ward: Ward;

  constructor(options: Partial<LisOptions> = {}) {
    this.ward = new Ward([ehr(), lis(options)]);
  }

  do(command: Bare<AdtCommand>): void {
    this.ward.do('ehr', { ...command, patient: this.patient });
  }

  admit(): void {
    this.do({ kind: 'admit', visit: stay(this.patient) });
  }

  /** Status, class and place of the visit, as both sides hold it. */
  get visit(): readonly string[] {
    return (['ehr', 'lis'] as const).map((role) => {
      const { care } = this.ward.of(role, this.patient);
      const record = findVisit(care, undefined);
      const { patientClass = '-', location: place } = record?.visit ?? {};
      return [record?.status ?? 'none', patientClass, place?.pointOfCare ?? '-', record?.visit.number.id ?? '-'].join(
        ' ',
      );
    });
  }
}

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

describe('a merge', () => {
  const survivor = somebody('1');
  const subsumed = secondRecord(survivor, { id: '2', account: 'A2' });

  function merged(): Ward {
    const ward = new Ward([ehr(), lis()], { orderAnswer: 'own-message' });
    ward.act('ehr', { kind: 'add-person', patient: survivor });
    ward.act('ehr', { kind: 'admit', patient: subsumed, visit: stay(subsumed, 'V2') });
    ward.act('ehr', { kind: 'place-order', patient: subsumed, orders: [{ service: POTASSIUM }] });
    const [number] = subsumed.identifiers;
    if (number !== undefined) ward.act('ehr', { kind: 'merge', patient: survivor, subsumed: number });
    return ward;
  }

  test('takes visits and orders along on both sides', () => {
    const ward = merged();
    for (const role of ['ehr', 'lis'] as const) {
      const state = ward.of(role, survivor);
      expect([state.care.visits.length, state.orders.length], role).toEqual([1, 1]);
      expect(ward.of(role, subsumed).care.mergedInto, role).toBe('1^PIPEHAT');
      expect(ward.of(role, subsumed).orders, role).toEqual([]);
    }
  });

  test('files a result for the open order under the survivor', () => {
    const ward = merged();
    const { number: order } = found(ward.of('ehr', survivor).orders, () => true);
    ward.act('lis', { kind: 'receive-specimen', patient: survivor, order });
    ward.act('lis', { kind: 'report', patient: survivor, order, as: 'final' });
    expect(ward.last('ORU').message.rawText('PID-3')).toBe('1^^^PIPEHAT^MR');
    expect(ward.of('ehr', survivor).reports).toHaveLength(1);
    expect(ward.alerts()).toEqual([]);
  });

  test('lets the department refuse the number that was given up', () => {
    const ward = merged();
    const late = ward.last('ORM').message.with('MSH-10', 'LATE');
    const reply = ward.deliver('lis', late);
    expect([reply.get('MSA-1'), reply.get('ERR-3')]).toEqual(['AE', '204']);
  });

  test('lets the EHR redirect a result that still names it', () => {
    const ward = merged();
    const { number: order } = found(ward.of('ehr', survivor).orders, () => true);
    ward.act('lis', { kind: 'receive-specimen', patient: survivor, order });
    ward.act('lis', { kind: 'report', patient: survivor, order, as: 'preliminary' });
    const late = ward
      .last('ORU')
      .message.with('MSH-10', 'LATE')
      .withRaw('PID-3', '2^^^PIPEHAT^MR')
      .with('OBX-5', '3.3');
    expect(ward.deliver('ehr', late).get('MSA-1')).toBe('AA');
    expect(ward.of('ehr', survivor).reports[0]?.observations[0]?.values).toEqual(['3.3']);
    expect(ward.alerts('ehr')[0]).toContain('was merged into');
  });

  test('that is told twice takes nothing twice', () => {
    const ward = merged();
    const told = ward.passed.find(({ message }) => message.type.trigger === 'A40')?.message;
    const reply = told && ward.deliver('lis', told.with('MSH-10', 'AGAIN'));
    expect(reply?.get('MSA-1')).toBe('AA');
    const { care, orders } = ward.of('lis', survivor);
    expect([care.absorbed, orders.length]).toEqual([['2^PIPEHAT'], 1]);
  });

  test('of a record into itself is refused', () => {
    const ward = merged();
    const itself = ward.passed
      .find(({ message }) => message.type.trigger === 'A40')
      ?.message.withRaw('MRG-1', '1^^^PIPEHAT^MR');
    expect(itself && ward.deliver('lis', itself.with('MSH-10', 'SELF')).get('MSA-1')).toBe('AE');
    expect(ward.of('lis', survivor).care.mergedInto).toBeUndefined();
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
