import { describe, expect, it } from 'vitest';
import { ADT_OUT, answers, last } from '../testdata/judge.js';
import { addPerson, adt, merge, message, msh, OTHER, order, PATIENT, pid, result } from '../testdata/messages.js';

describe('patients', () => {
  it('are unknown until ADT has told of them', () => {
    expect(last(adt('A08'))).toBe('AE 204 PID-3');
    expect(last(order('P1'))).toBe('AE 204 PID-3');
    expect(last(result('P1'))).toBe('AE 204 PID-3');
    for (const event of ['A01', 'A04', 'A05', 'A28', 'A31'])
      expect(last(adt(event), adt('A08', {}, '', 'N'))).toBe(ADT_OUT);
  });

  it('with one number under two authorities are two', () => {
    const stranger = { patient: '111^^^ELSEWHERE^MR' };
    expect(last(addPerson(), order('P1', 'NW', stranger))).toBe('AE 204 PID-3');
    expect(answers([addPerson(), order('P1', 'NW', stranger)], 'ignores-authority')[1]).toBe('AA lis');
  });

  it('are the same by namespace or by universal id of the authority', () => {
    const full = addPerson({ patient: '111^^^HOSP&1.2.3&ISO^MR' });
    expect(last(full, order('P1', 'NW', { patient: '111^^^HOSP^MR' }))).toBe('AA lis');
    expect(last(full, order('P1', 'NW', { patient: '111^^^&1.2.3&ISO^MR' }))).toBe('AA lis');
    expect(last(full, order('P1', 'NW', { patient: '111' }))).toBe('AE 204 PID-3');
  });

  it('are not joined by a national number', () => {
    const one = addPerson({ patient: `${PATIENT}~999^^^GOV^SS` });
    const two = addPerson({ patient: `${OTHER}~999^^^GOV^SS` });
    expect(last(one, two, order('P1', 'NW', { patient: `${OTHER}~999^^^GOV^SS` }))).toBe('AA lis');
  });

  it('cannot be meant by numbers that belong to two of them', () => {
    expect(
      last(addPerson(), addPerson({ patient: OTHER }), order('P1', 'NW', { patient: `${PATIENT}~${OTHER}` })),
    ).toBe('AE 204 PID-3');
  });

  it('are unknown again when they are deleted', () => {
    expect(last(adt('A04'), adt('A29', {}, '', 'N'), order('P1'))).toBe('AE 204 PID-3');
  });
});

describe('merges', () => {
  const two = [addPerson(), addPerson({ patient: OTHER })];

  it('need both patients', () => {
    expect(last(...two, merge(PATIENT, OTHER))).toBe(ADT_OUT);
    expect(last(addPerson(), merge(PATIENT, OTHER))).toBe('AE 204 MRG-1');
    expect(last(addPerson({ patient: OTHER }), merge(PATIENT, OTHER))).toBe('AE 204 PID-3');
  });

  it('make one patient of two, with the orders and visits of both', () => {
    const joined = [
      ...two,
      adt('A01', { patient: OTHER }),
      order('P1', 'NW', { patient: OTHER }),
      merge(PATIENT, OTHER),
    ];
    expect(last(...joined, result('P1'))).toBe('AA ehr');
    expect(last(...joined, result('P1', { patient: OTHER }))).toBe('AA ehr');
    expect(last(...joined, adt('A03'))).toBe(ADT_OUT);
  });

  it('carry a visit without a number over to the survivor', () => {
    const stay = adt('A01', { patient: OTHER, visit: '' });
    expect(last(addPerson(), stay, merge(PATIENT, OTHER), adt('A03', { visit: '' }))).toBe(ADT_OUT);
  });

  it('never end in a number that was merged away', () => {
    const three = [...two, addPerson({ patient: '333^^^HOSP^MR' }), merge(PATIENT, OTHER)];
    expect(last(...three, merge(OTHER, '333^^^HOSP^MR'))).toBe('AE 204 PID-3');
    expect(last(addPerson(), merge(PATIENT, PATIENT))).toBe('AE 205 MRG-1');
  });

  it('may give a patient a new number', () => {
    const change = message(msh('ADT^A47'), 'EVN||20260101', pid({ patient: OTHER }), `MRG|${PATIENT}`);
    expect(last(addPerson(), change, order('P1', 'NW', { patient: OTHER }))).toBe('AA lis');
  });
});
