import { describe, expect, test } from 'vitest';
import { findOrderable } from '../src/population/catalogue/laboratory.js';
import { found } from './testing/departments.js';
import { CBC, LaboratoryWard } from './testing/laboratory-ward.js';

function received(...situation: ConstructorParameters<typeof LaboratoryWard>): LaboratoryWard {
  const ward = new LaboratoryWard(...situation);
  ward.receive();
  return ward;
}

describe('a result finds its place', () => {
  test('only under the patient for whom it was ordered', () => {
    const ward = received();
    ward.report('final');
    const { message } = ward.ward.last('ORU');
    ward.ward.act('ehr', {
      kind: 'add-person',
      patient: { ...ward.patient, identifiers: [{ id: '5', authority: 'PIPEHAT', type: 'MR' }] },
    });
    const strayed = message.with('MSH-10', 'X4').withRaw('PID-3', '5^^^PIPEHAT^MR');
    const reply = ward.ward.deliver('ehr', strayed);
    expect([reply.get('MSA-1'), reply.get('ERR-3')]).toEqual(['AE', '204']);
    expect(ward.ward.of('ehr', { identifiers: [{ id: '5', authority: 'PIPEHAT', type: 'MR' }] }).reports).toEqual([]);
  });

  test('under no other authority with the same number', () => {
    const ward = received();
    ward.report('final');
    const strayed = ward.ward.last('ORU').message.with('MSH-10', 'X5').withRaw('PID-3', '4711^^^OTHER^MR');
    expect(ward.ward.deliver('ehr', strayed).get('ERR-3')).toBe('204');
  });

  test.each([
    ['file', 'AA', 1],
    ['refuse', 'AE', 0],
  ] as const)('when nobody ordered it: %s', (unsolicitedResults, code, filed) => {
    const ward = new LaboratoryWard({ ehr: { unsolicitedResults } });
    ward.ward.act('lis', { kind: 'report-unsolicited', patient: ward.patient, test: CBC });
    const { message, reply } = ward.ward.last('ORU');
    expect([message.get('ORC-2'), reply.get('MSA-1')]).toEqual([undefined, code]);
    const { reports } = ward.ward.of('ehr', ward.patient);
    expect(reports.filter(({ unsolicited }) => unsolicited)).toHaveLength(filed);
  });

  test('under the visit that has been closed meanwhile', () => {
    const ward = received();
    ward.ward.act('ehr', { kind: 'discharge', patient: ward.patient });
    ward.report('final');
    expect(ward.filed.visit?.id).toBe('V1');
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('as a reflex test linked to its parent, which it leaves alone', () => {
    const ward = received();
    ward.report('final', '6.1');
    ward.act({ kind: 'reflex', test: CBC, because: 'Potassium' });
    const child = found([...ward.ward.of('lis', ward.patient).orders].reverse(), () => true);
    const order = child.order.numbers.filler ?? { id: '', namespace: '' };
    ward.ward.act('lis', { kind: 'report', patient: ward.patient, order, as: 'final' });
    const filed = found(ward.ward.of('ehr', ward.patient).reports, ({ numbers }) => numbers.filler?.id === order.id);
    expect(filed.numbers.parent).toEqual({ placer: ward.number, filler: ward.held().order.numbers.filler });
    expect(filed.parentResult).toMatchObject({ text: '6.1 mmol/L' });
    expect(ward.story).toEqual(['F 6.1']);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('as a child that carries the order number of its parent, whose status it leaves alone', () => {
    const ward = received();
    ward.report('preliminary', '5.0');
    const { message } = ward.ward.last('ORU');
    const parent = `${ward.number.id}&PIPEHAT_EHR^${message.get('ORC-3')}&PIPEHAT_LIS`;
    const child = message.with('MSH-10', 'CHILD').withRaw('ORC-3', 'C1^PIPEHAT_LIS').withRaw('OBR-3', 'C1^PIPEHAT_LIS');
    ward.ward.deliver('ehr', child.withRaw('OBR-29', parent).with('OBR-25', 'F').with('OBX-11', 'F'));
    expect(ward.placed().state).toBe('preliminary');
    expect(ward.ward.of('ehr', ward.patient).reports).toHaveLength(2);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('as a culture whose isolates are kept apart', () => {
    const ward = received({}, findOrderable('Urine culture'));
    const susceptibilities = [{ analyte: '28-1', value: '>=32' }];
    const isolates = [
      { organism: { code: '', text: 'Escherichia coli', system: '' }, susceptibilities },
      {
        organism: { code: '', text: 'Klebsiella pneumoniae', system: '' },
        susceptibilities: [{ analyte: '28-1', value: '<=2' }],
      },
    ];
    for (const as of ['preliminary', 'final'] as const) ward.act({ kind: 'report-culture', as, isolates });
    expect(ward.filed.observations.map(({ subId, status }) => `${subId} ${status}`)).toEqual(['1 F', '2 F']);
    const { reports } = ward.ward.of('ehr', ward.patient);
    const antibiograms = reports.filter(({ parentResult }) => parentResult !== undefined);
    expect(antibiograms.map(({ observations }) => observations[0]?.flags)).toEqual([['R'], ['S']]);
    expect(antibiograms.map(({ parentResult }) => parentResult?.subId)).toEqual(['1', '2']);
    expect(antibiograms.map(({ observations }) => observations[0]?.subId)).toEqual(['1', '2']);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('under the placer number that the EHR gives to an order of the laboratory', () => {
    const ward = new LaboratoryWard();
    ward.ward.act('lis', { kind: 'order-itself', patient: ward.patient, test: CBC });
    const own = found([...ward.ward.of('lis', ward.patient).orders].reverse(), () => true).order.numbers;
    const theirs = found([...ward.ward.of('ehr', ward.patient).orders].reverse(), () => true).order.numbers;
    expect(own.placer).toBeDefined();
    expect(own).toEqual(theirs);
    expect(ward.ward.alerts()).toEqual([]);
  });
});
