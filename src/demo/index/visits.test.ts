import { describe, expect, it } from 'vitest';
import { Defects } from '../defects.js';
import { ADT_OUT, answers, judge, last } from '../testdata/judge.js';
import { addPerson, adt, message, msh, OTHER, order, pid, pv1, result } from '../testdata/messages.js';
import { indexCounts, type RecordIndex, recordIndex } from './record-index.js';

describe('visits', () => {
  it('go from admission to discharge and back', () => {
    const stay = [adt('A05', {}, '', 'P'), adt('A01'), adt('A02', {}, 'W^2^B'), adt('A12'), adt('A03'), adt('A13')];
    expect(answers(stay)).toEqual(stay.map(() => ADT_OUT));
  });

  it.each([
    ['a discharge before the admission', [addPerson()], adt('A03')],
    ['a discharge of a visit that is closed', [adt('A01'), adt('A03')], adt('A03')],
    ['a transfer of a visit that is closed', [adt('A01'), adt('A03')], adt('A02')],
    ['a cancelled transfer without a transfer', [adt('A01')], adt('A12')],
    ['a second cancel of one transfer', [adt('A01'), adt('A02'), adt('A12')], adt('A12')],
    ['a cancelled discharge without a discharge', [adt('A01')], adt('A13')],
    ['a cancelled admission of an unknown visit', [addPerson()], adt('A11')],
    ['a cancelled pre-admission of an open visit', [adt('A01')], adt('A38')],
    ['an update of an unknown visit', [adt('A01')], adt('A08', { visit: 'V9^^^HOSP^VN' })],
    ['another patient in the visit', [adt('A01'), addPerson({ patient: OTHER })], adt('A03', { patient: OTHER })],
    ['an order in a visit that was cancelled', [adt('A01'), adt('A11')], withVisit(order('P1'))],
    ['an order in an unknown visit', [addPerson()], withVisit(order('P1'))],
  ])('refuse %s', (_, before, refused) => {
    expect(last(...before, refused)).toBe('AE 204 PV1-19');
  });

  it('begin once, but for what was planned, void, or changes its class', () => {
    expect(last(adt('A01'), adt('A01'))).toBe('AE 205 PV1-19');
    expect(last(adt('A01'), adt('A03'), adt('A01'))).toBe('AE 205 PV1-19');
    expect(last(adt('A01'), adt('A01', { patient: OTHER }))).toBe('AE 205 PV1-19');
    expect(last(adt('A04', {}, 'ER', 'E'), adt('A01'))).toBe(ADT_OUT);
    expect(last(adt('A01'), adt('A11'), adt('A01'))).toBe(ADT_OUT);
  });

  it('keep their history under a new number', () => {
    const change = adt('A06', { visit: 'V2^^^HOSP^VN' }).replace('PV1|', 'MRG|111^^^HOSP^MR||||V1^^^HOSP^VN\rPV1|');
    expect(last(adt('A04', {}, 'ER', 'E'), change, adt('A03', { visit: 'V2^^^HOSP^VN' }))).toBe(ADT_OUT);
    expect(last(adt('A04'), adt('A06', { visit: 'V2^^^HOSP^VN' }))).toBe('AE 204 PV1-19');
  });

  it('without a number are the latest of their patient', () => {
    expect(last(adt('A01', { visit: '' }), adt('A03', { visit: '' }))).toBe(ADT_OUT);
    expect(last(adt('A01', { visit: '' }), adt('A03', { visit: '' }), adt('A03', { visit: '' }))).toBe('AE 204 PV1-19');
  });

  it('take results after the discharge and after a cancelled admission', () => {
    expect(last(adt('A01'), adt('A03'), withVisit(result('P1')))).toBe('AA ehr');
    expect(last(adt('A01'), adt('A11'), withVisit(result('P1')))).toBe('AA ehr');
  });

  it('swap beds only when both are open', () => {
    const two = { patient: OTHER, visit: 'V2^^^HOSP^VN' };
    const swap = () => message(msh('ADT^A17'), 'EVN||20260101', pid(), pv1(), pid(two), pv1(two));
    expect(last(adt('A01'), adt('A01', two), swap())).toBe(ADT_OUT);
    expect(last(adt('A01'), addPerson(two), swap())).toBe('AE 204 PV1[2]-19');
  });
});

describe('beds', () => {
  const stay = (...messages: readonly string[]) => {
    const index = recordIndex(new Defects());
    expect(judge(messages, index)).toEqual(messages.map(() => ADT_OUT));
    return index;
  };
  const bed = (index: RecordIndex, id = 'V1') => {
    const components = [[id], [], [], ['HOSP']];
    return index.visits.byNumber({ id, namespace: 'HOSP', universalId: '', type: '', components })?.bed;
  };

  it('are taken at the admission and free after the discharge', () => {
    expect(indexCounts(stay(adt('A05', {}, '', 'P')))).toMatchObject({ openVisits: 0, occupiedBeds: 0 });
    expect(indexCounts(stay(adt('A01')))).toMatchObject({ openVisits: 1, occupiedBeds: 1 });
    expect(indexCounts(stay(adt('A01'), adt('A03')))).toMatchObject({ visits: 1, openVisits: 0, occupiedBeds: 0 });
    expect(indexCounts(stay(adt('A01'), adt('A11')))).toMatchObject({ openVisits: 0, occupiedBeds: 0 });
  });

  it('change with a transfer and back with its cancel, as often as there were transfers', () => {
    const moved = [adt('A01'), adt('A02', {}, 'W^2^B'), adt('A02', {}, 'W^3^C')];
    expect(bed(stay(...moved))).toBe('W^3^C');
    expect(bed(stay(...moved, adt('A12', {}, 'W^2^B')))).toBe('W^2^B');
    expect(bed(stay(...moved, adt('A12', {}, ''), adt('A12', {}, '')))).toBe('ICU^101^A');
  });

  it('are those of the message after a cancelled discharge', () => {
    expect(bed(stay(adt('A01'), adt('A03'), adt('A13', {}, 'W^7^A')))).toBe('W^7^A');
  });

  it('are exchanged by a swap', () => {
    const two = { patient: OTHER, visit: 'V2^^^HOSP^VN' };
    const swap = message(msh('ADT^A17'), 'EVN||20260101', pid(), pv1(), pid(two), pv1(two));
    const index = stay(adt('A01', {}, 'W^1^A'), adt('A01', two, 'W^2^B'), swap);
    expect([bed(index, 'V1'), bed(index, 'V2')]).toEqual(['W^2^B', 'W^1^A']);
  });
});

function withVisit(text: string): string {
  return text.replace(/(PID[^\r]*\r)/, `$1${pv1()}\r`);
}
