import { describe, expect, test } from 'vitest';
import { secondRecord } from '../src/population/patient.js';
import { ehr } from './ehr.js';
import { lis } from './lis.js';
import { found } from './testing/departments.js';
import { POTASSIUM } from './testing/laboratory-ward.js';
import { somebody, stay } from './testing/people.js';
import { Ward } from './testing/ward.js';

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
