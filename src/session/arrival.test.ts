import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { arrivals, expectArrival, expectFields } from './arrival.js';
import type { Session } from './session.js';
import { message } from './testdata/message.js';
import { arrive, scenario } from './testdata/scenario.js';

const potassium = (controlId: string, value: string) =>
  message('ORU^R01', controlId, 'OBR|1|P1|F1', `OBX|1|NM|2823-3||${value}|mmol/L`);
const awaited = { at: 'ehr', types: ['ORU^R01'], description: 'a result of 4.1' } as const;
const fields = [{ path: 'OBX-5', expected: '4.1' }];

async function missed(session: Session, expectation: Promise<unknown>): Promise<string> {
  const error: unknown = await expectation.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AssertionError);
  return error instanceof Error ? error.message : session.scene.id;
}

describe('an expected message', () => {
  it('may have come already', async () => {
    const session = await scenario();
    const exchange = arrive(session, 'ehr', potassium('R1', '4.1'));
    expect((await expectArrival(session, { ...awaited, fields })).exchange).toBe(exchange);
  });

  it('may come later, behind others', async () => {
    const session = await scenario();
    const expected = expectArrival(session, { ...awaited, fields });
    arrive(session, 'lis', potassium('R1', '4.1'));
    arrive(session, 'ehr', potassium('R2', '6.1'));
    arrive(session, 'ehr', message('ADT^A08', 'R3', 'OBX|1|NM|||4.1'));
    const exchange = arrive(session, 'ehr', potassium('R4', '4.1'));
    expect((await expected).exchange).toBe(exchange);
  });

  it('cannot be judged where nobody plays the receiver', async () => {
    const session = await scenario();
    const nobody = expectArrival(session, { ...awaited, at: 'ris' });
    await expect(nobody).rejects.toThrow(
      /^Not testable: the scenario (needs|drives) the radiology department, but the environment/,
    );
  });

  it('is used up: the same expectation once more wants another message', async () => {
    const session = await scenario({ expectationMs: 30 });
    const [first, second] = ['R1', 'R2'].map((id) => arrive(session, 'ehr', potassium(id, '4.1')));
    const found = [await expectArrival(session, awaited), await expectArrival(session, awaited)];
    expect(found.map(({ exchange }) => exchange)).toEqual([first, second]);
    const text = await missed(session, expectArrival(session, { ...awaited, fields }));
    expect(text).toContain('which an earlier step already accounted for');
    expect(arrivals(session, awaited)).toHaveLength(2);
  });

  it('may be any that meets a description besides its fields', async () => {
    const session = await scenario();
    const where = ({ controlId }: { controlId: string }): boolean => controlId === 'R2';
    arrive(session, 'ehr', potassium('R1', '4.1'));
    const exchange = arrive(session, 'ehr', potassium('R2', '4.1'));
    expect((await expectArrival(session, { ...awaited, where })).exchange).toBe(exchange);
  });

  it('may be the answer on our own connection, where that counts', async () => {
    const session = await scenario();
    const { book } = session.stage;
    const order = message('ORM^O01', 'O1', 'ORC|NW|P1');
    const exchange = book.begin({
      scenario: 's1',
      role: 'ehr',
      direction: 'sent',
      link: 'ehr>sut',
      raw: order.raw,
      message: order,
    });
    book.reply(exchange, message('ORR^O02', 'A1', 'MSA|AA|O1', 'ORC|OK|P1|F1').raw, 1);
    const answer = { at: 'ehr', types: ['ORR^O02'], description: 'the answer' } as const;
    expect(arrivals(session, answer)).toEqual([]);
    expect((await expectArrival(session, { ...answer, replies: true })).message.controlId).toBe('A1');
  });

  it('of another scenario does not count', async () => {
    const session = await scenario({ expectationMs: 30 });
    const { book } = session.stage;
    const raw = potassium('R1', '4.1').raw;
    book.begin({
      scenario: 's9',
      role: 'ehr',
      direction: 'received',
      link: 'sut>ehr',
      raw,
      message: potassium('R1', '4.1'),
    });
    expect(await missed(session, expectArrival(session, awaited))).toContain('what did arrive: nothing');
  });
});

describe('a missed message', () => {
  it('is told with the nearest one and the fields in which that differs, which are marked', async () => {
    const session = await scenario({ expectationMs: 30 });
    arrive(session, 'ehr', message('ORU^R01', 'R0', 'OBX|1|NM|718-7||9'));
    const nearest = arrive(session, 'ehr', potassium('R1', '6.1'));
    const wanted = [...fields, { path: 'OBX-3', expected: '2823-3' }, { path: 'OBX-6', expected: 'mmol/L' }];
    expect(await missed(session, expectArrival(session, { ...awaited, fields: wanted }))).toBe(
      [
        'a result of 4.1 did not reach the EHR within 0.03 s',
        `nearest message: ORU^R01 R1 (${nearest.id})`,
        '  OBX-5: expected 4.1, actual "6.1"',
      ].join('\n'),
    );
    expect(session.stage.book.findingsOf('s1')).toEqual([
      expect.objectContaining({ code: 'field-differs', path: 'OBX[1]-5[1]', expected: '4.1', category: 'Expectation' }),
    ]);
  });

  it('is told with what else came, and with what we sent and nobody answered', async () => {
    const session = await scenario({ expectationMs: 30 });
    const other = arrive(session, 'ehr', message('ADT^A08', 'R1'));
    const { book } = session.stage;
    const raw = message('ORM^O01', 'O1').raw;
    const facts = { scenario: 's1', role: 'ehr', direction: 'sent', link: 'ehr>sut', raw, message: undefined } as const;
    book.settle(book.begin(facts), 'timed-out', 'no acknowledgment within 10 s');
    expect(await missed(session, expectArrival(session, awaited))).toBe(
      [
        'a result of 4.1 did not reach the EHR within 0.03 s',
        `expected ORU^R01; what did arrive: ADT^A08 (${other.id})`,
        '  x2 was timed-out no acknowledgment within 10 s',
      ].join('\n'),
    );
  });

  it('is told where its fields agree and something else about it does not', async () => {
    const session = await scenario({ expectationMs: 30 });
    arrive(session, 'ehr', potassium('R1', '4.1'));
    const text = await missed(session, expectArrival(session, { ...awaited, where: () => false }));
    expect(text).toContain('its fields agree, but it is about something else');
  });

  it('waits as long as it is told to', async () => {
    const session = await scenario();
    expect(await missed(session, expectArrival(session, awaited, 20))).toContain('within 0.02 s');
  });
});

it('the rows of a Then table describe a message', async () => {
  const session = await scenario({ expectationMs: 30 });
  arrive(session, 'ehr', potassium('R1', '4.1'));
  const rows = [
    ['OBX-5', '4.1'],
    ['OBX-6', 'present'],
  ];
  expect((await expectFields(session, 'ehr', 'ORU^R01', rows)).message.controlId).toBe('R1');
  const text = await missed(session, expectFields(session, 'ehr', 'ORU^R01', [['OBX-5', '5']]));
  expect(text).toMatch(/^the ORU\^R01 with the fields of the table did not reach the EHR/);
});
