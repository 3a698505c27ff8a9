import { describe, expect, it } from 'vitest';
import { Defects } from '../defects.js';
import { judge, last } from '../testdata/judge.js';
import { addPerson, dose, encodedOrder, message, msh, OTHER, order, pid, result } from '../testdata/messages.js';
import { indexCounts, recordIndex } from './record-index.js';

describe('orders', () => {
  it('go to the department that carries them out, and its news to the EHR', () => {
    expect(last(addPerson(), order('P1'))).toBe('AA lis');
    expect(last(addPerson(), order('P1', 'NW', {}, 'RAD'))).toBe('AA ris');
    expect(last(addPerson(), order('P1'), order('P1', 'SC'))).toBe('AA ehr');
    expect(last(addPerson(), order('P1', 'NW', {}, 'RAD'), message(msh('ORM^O01'), pid(), 'ORC|CA|P1'))).toBe('AA ris');
    const medication = message(msh('OMP^O09'), pid(), 'ORC|NW|P1', 'RXO|313782', 'RXR|PO');
    expect(last(addPerson(), medication)).toBe('AA pharmacy');
    const imaging = message(msh('OMG^O19'), pid(), 'ORC|NW|P1', 'OBR|1|P1||CT');
    expect(last(addPerson(), imaging)).toBe('AA ris');
  });

  it('go to the EHR when the department itself changes them', () => {
    const placed = [addPerson(), order('P1', 'NW', {}, 'RAD')];
    const change = (sender: string) =>
      message(msh('ORM^O01', { sender }), pid(), 'ORC|XO|P1|F1^RIS', 'OBR|1|P1|F1^RIS|CT');
    expect(last(...placed, change('RIS|RAD'))).toBe('AA ehr');
    expect(last(...placed, change('EHR|WEST'))).toBe('AA ris');
    const answer = message(msh('ORR^O02', { sender: 'EHR|WEST' }), 'MSA|AA|CHANGE', 'ORC|XR|P1|F1^RIS');
    const asked = change('RIS|RAD').replace(/M\d+/, 'CHANGE');
    expect(last(...placed, asked, answer)).toBe('AA ris');
  });

  it('of one message may go to two departments', () => {
    const both = message(
      msh('ORM^O01'),
      pid(),
      'ORC|NW|P1',
      `OBR|1|P1||A${'|'.repeat(20)}CH`,
      'ORC|NW|P2',
      `OBR|2|P2||B${'|'.repeat(20)}RAD`,
    );
    expect(last(addPerson(), both)).toBe('AA lis ris');
  });

  it.each([
    ['a cancel of an unknown order', [addPerson()], order('P9', 'CA'), 'AE 204 ORC-2'],
    ['the status of an unknown order', [addPerson()], order('P9', 'SC'), 'AE 204 ORC-2'],
    ['a number that was used', [addPerson(), order('P1')], order('P1'), 'AE 205 ORC-2'],
    ['an order without a number', [addPerson()], message(msh('ORM^O01'), pid(), 'ORC|NW'), 'AE 101 ORC-2'],
    [
      'a request for a number without a filler number',
      [addPerson()],
      message(msh('ORM^O01'), pid(), 'ORC|SN'),
      'AE 101 ORC-3',
    ],
    [
      'an order of another patient',
      [addPerson(), addPerson({ patient: OTHER }), order('P1')],
      order('P1', 'CA', { patient: OTHER }),
      'AE 204 PID-3',
    ],
    ['an order without a patient', [], message(msh('ORM^O01'), 'ORC|NW|P1'), 'AE 204 PID-3'],
  ])('refuse %s', (_, before, refused, answer) => {
    expect(last(...before, refused)).toBe(answer);
  });

  it('are known by the numbers of either side, each with its application', () => {
    const placed = [addPerson(), order('P1^EHR'), order('P1^EHR', 'SC')];
    const cancel = (numbers: string) => message(msh('ORM^O01'), pid(), `ORC|CA|${numbers}`);
    expect(last(...placed, cancel('P1^EHR'))).toBe('AA lis');
    expect(last(...placed, cancel('|F-P1^EHR'))).toBe('AA lis');
    expect(last(...placed, cancel('P1^OTHER'))).toBe('AE 204 ORC-2');
    expect(last(...placed, cancel('P9^EHR|F-P1^EHR'))).toBe('AE 204 ORC-2');
  });

  it('born at the filler get their placer number in the answer', () => {
    const request = message(msh('ORM^O01', { id: 'SN1' }), pid(), 'ORC|SN||F7', `OBR|1||F7|CT${'|'.repeat(20)}RAD`);
    const answer = message(msh('ORR^O02'), 'MSA|AA|SN1', pid(), 'ORC|NA|P7|F7', 'OBR|1|P7|F7|CT');
    expect(last(addPerson(), request)).toBe('AA ehr');
    expect(last(addPerson(), request, answer)).toBe('AA ris');
    expect(last(addPerson(), request, answer, message(msh('ORM^O01'), pid(), 'ORC|CA|P7'))).toBe('AA ris');
  });

  it('are answered to the one who asked', () => {
    const placed = [addPerson(), order('P1', 'NW', { id: 'ASK' })];
    const answer = (id: string, numbers: string) =>
      message(msh('ORR^O02'), `MSA|AA|${id}`, pid(), `ORC|OK|${numbers}`, 'OBR|1|||G');
    expect(last(...placed, answer('ASK', 'P1|F1'))).toBe('AA ehr');
    expect(last(...placed, answer('ASK', 'P9'))).toBe('AE 204 ORC-2');
    expect(last(...placed, answer('ASK', 'P1|F1'), message(msh('ORM^O01'), pid(), 'ORC|CA||F1'))).toBe('AA lis');
    const encoded = [addPerson(), encodedOrder('P2', 'F2', { id: 'RDE1' })];
    expect(last(...encoded, message(msh('RRE^O12'), 'MSA|AA|RDE1', 'ORC|OK|P2|F2'))).toBe('AA pharmacy');
    expect(
      last(...encoded, dose('F2', '1', { id: 'RAS1' }), message(msh('RRA^O18'), 'MSA|AA|RAS1', 'ORC|OK||F2')),
    ).toBe('AA ehr');
  });
});

describe('results', () => {
  it('need a known patient but no order', () => {
    expect(last(addPerson(), result('P1'))).toBe('AA ehr');
    expect(last(addPerson(), result(''))).toBe('AA ehr');
  });

  it('are never filed to another patient than the order says', () => {
    const placed = [addPerson(), addPerson({ patient: OTHER }), order('P1')];
    expect(last(...placed, result('P1', { patient: OTHER }))).toBe('AE 204 PID-3');
  });

  it('may come for several patients, all of them known', () => {
    const both = () => `${result('P1')}${pid({ patient: OTHER })}\rOBR|2|P2|F2|G${'|'.repeat(21)}F\r`;
    expect(last(addPerson(), both())).toBe('AE 204 PID[2]-3');
    expect(last(addPerson(), addPerson({ patient: OTHER }), both())).toBe('AA ehr');
  });
});

describe('the status of a result', () => {
  it('never goes back on file, and a message that would take it back is counted', () => {
    const index = recordIndex(new Defects());
    const final = result('P1');
    const late = result('P1').replace('20260102|||F', '20260102|||P');
    judge([addPerson(), final, late], index);
    expect(indexCounts(index)).toMatchObject({ results: 1, resultSetBacks: 1 });
    judge([result('P1').replace('20260102|||F', '20260102|||C')], index);
    expect(indexCounts(index)).toMatchObject({ results: 1, resultSetBacks: 1 });
  });
});

describe('medication', () => {
  const prescribed = [addPerson(), encodedOrder('P1', 'F1')];

  it('is given on known prescriptions only, each dose once', () => {
    expect(last(addPerson(), dose('F1', '1'))).toBe('AE 204 ORC-3');
    expect(last(...prescribed, dose('F1', '1'))).toBe('AA pharmacy');
    expect(last(...prescribed, dose('F1', '1'), dose('F1', '2'))).toBe('AA pharmacy');
    expect(last(...prescribed, dose('F1', '1'), dose('F1', '1'))).toBe('AE 205 RXA-2');
  });

  it('can be corrected and deleted where it was given', () => {
    expect(last(...prescribed, dose('F1', '1'), dose('F1', '1', {}, 'U'))).toBe('AA pharmacy');
    expect(last(...prescribed, dose('F1', '1'), dose('F1', '1', {}, 'D'), dose('F1', '1'))).toBe('AA pharmacy');
    expect(last(...prescribed, dose('F1', '1', {}, 'D'))).toBe('AE 204 RXA-2');
  });
});
