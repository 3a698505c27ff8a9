import { describe, expect, it } from 'vitest';
import { type DefectName, Defects } from './defects.js';
import { readHeader } from './header.js';
import { recordIndex } from './index/record-index.js';
import { Intake } from './intake.js';
import { locationText } from './problem.js';
import { Routes } from './routes.js';
import {
  addPerson,
  adt,
  dose,
  encodedOrder,
  merge,
  message,
  msh,
  OTHER,
  order,
  PATIENT,
  pid,
  pv1,
  result,
} from './testdata/messages.js';

/** Answers to the messages in their order: AA with the destinations, or the code with the first error and its place. */
function answers(messages: readonly string[], ...defects: readonly DefectName[]): string[] {
  const index = recordIndex(new Defects(defects));
  const intake = new Intake(index, new Routes(index.orders));
  return messages.map((text) => {
    const raw = Buffer.from(text, 'latin1');
    const decision = intake.decide(raw, readHeader(raw));
    if (decision.kind === 'keep') return `AA ${decision.message.to.join(' ')}`.trim();
    if (decision.kind !== 'refuse') return decision.kind;
    const [first] = decision.verdict.problems;
    return `${decision.verdict.code} ${first?.code} ${first?.at ? locationText(first.at) : ''}`.trim();
  });
}

/** The answer to the last of them; the ones before must be accepted. */
function last(...messages: readonly string[]): string {
  const all = answers(messages);
  const refused = all.slice(0, -1).find((answer) => !answer.startsWith('AA'));
  if (refused) throw new Error(`an earlier message was answered ${refused}`);
  return all.at(-1) ?? '';
}

const ADT_OUT = 'AA lis ris pharmacy';

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

function withVisit(text: string): string {
  return text.replace(/(PID[^\r]*\r)/, `$1${pv1()}\r`);
}

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

describe('what cannot be read', () => {
  it.each([
    ['', 'AR 100 MSH'],
    ['hello', 'AR 100 MSH'],
    ['BHS|^~\\&|A\rMSH|^~\\&|', 'AR 100 MSH'],
    ['MSH|^~|EHR|W|E|H|20260101||ADT^A01|1|T|2.5.1\r', 'AE 102 MSH-2'],
    [adt('A01', { charset: 'UNICODE UTF-16' }), 'AE 103 MSH-18'],
    [adt('A01').replace(/\|M\d+\|T/, '||T'), 'AE 101 MSH-10'],
  ])('%j is refused', (text, answer) => {
    expect(answers([text])).toEqual([answer]);
  });
});
