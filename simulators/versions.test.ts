import { describe, expect, test } from 'vitest';
import { parseMessage } from '../src/hl7/parse.js';
import { findImaging } from '../src/population/catalogue/imaging.js';
import { DepartmentWard } from './testing/departments.js';
import { CBC, LaboratoryWard, POTASSIUM } from './testing/laboratory-ward.js';

const VERSIONS = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1'] as const;

describe.each(VERSIONS)('in HL7 %s', (version) => {
  test.each(['own-message', 'same-connection'] as const)('an order goes its way (%s)', (orderAnswer) => {
    const ward = new LaboratoryWard({ tools: { version, orderAnswer } }, CBC);
    ward.receive();
    ward.report('preliminary');
    ward.report('final');
    ward.correct('4.0');
    expect(ward.states).toEqual(['corrected', 'corrected']);
    expect(new Set(ward.ward.passed.map(({ message }) => message.get('MSH-12')))).toEqual(new Set([version]));
    expect(ward.placed().order.numbers.filler).toEqual(ward.held().order.numbers.filler);
  });

  test('urgency and start reach the laboratory', () => {
    const ward = new LaboratoryWard({ tools: { version } });
    const startAt = new Date('2026-03-02T18:00:00Z');
    ward.place(POTASSIUM, { priority: 'S', startAt, repeatPattern: 'Q6H' });
    expect(ward.held().order).toMatchObject({ priority: 'S', startAt, repeatPattern: 'Q6H' });
  });

  test('the study keeps its instance UID', () => {
    const ward = new DepartmentWard('ris', { tools: { version } });
    ward.place(findImaging('Chest X-ray'));
    ward.ward.act('ris', { kind: 'arrive', patient: ward.patient, order: ward.number });
    const { imaging } = ward.held().order;
    expect(ward.ward.last('ORM').message.get('ZDS-1')).toBe(imaging?.studyInstanceUid);
  });

  test('an examination goes its way, although appointments and charges may have no message', () => {
    const ward = new DepartmentWard('ris', { tools: { version } });
    ward.place(findImaging('Chest X-ray'));
    const about = { patient: ward.patient, order: ward.number };
    ward.ward.act('ris', { kind: 'schedule', at: new Date('2026-03-02T18:00:00Z'), appointment: true, ...about });
    ward.ward.act('ris', { kind: 'arrive', ...about });
    ward.ward.act('ris', { kind: 'complete', charge: true, ...about });
    ward.ward.act('ris', { kind: 'report', as: 'final', ...about });
    expect(ward.held().state).toBe('final');
  });
});

test('a message in other delimiters is understood, and its numbers come back whole', () => {
  const ward = new LaboratoryWard({ tools: { orderAnswer: 'same-connection' } });
  const { message } = ward.ward.last('ORM');
  const lines = message.segments.map((segment) => segment.rawText() ?? '').join('\r');
  const odd = lines.replace('MSH|^~\\&', 'MSH%!*/$').replaceAll('|', '%').replaceAll('^', '!');
  const parsed = parseMessage(
    Buffer.from(`${odd.replace(message.controlId, 'ODD!1').replaceAll(ward.number.id, 'P^7')}\r`),
  );
  if (parsed.kind === 'malformed') throw new Error('the test message is malformed');
  const reply = ward.ward.deliver('lis', parsed.message);
  expect([reply.get('MSA-1'), reply.get('ORC-1'), reply.get('ORC-2')]).toEqual(['AA', 'OK', 'P^7']);
  expect(reply.rawText('PID-3')).toBe(message.rawText('PID-3'));
});

test('what came undeclared goes back in the same bytes', () => {
  const ward = new LaboratoryWard({ tools: { orderAnswer: 'same-connection' } });
  const { message } = ward.ward.last('ORM');
  const named = message.raw.toString('latin1').replace(message.controlId, 'K\xc3\xa9Y');
  const parsed = parseMessage(Buffer.from(named.replaceAll(ward.number.id, 'P\xe9'), 'latin1'));
  if (parsed.kind === 'malformed') throw new Error('the test message is malformed');
  const reply = ward.ward.deliver('lis', parsed.message);
  expect(reply.bytes('MSA-2')).toEqual(Buffer.from([0x4b, 0xc3, 0xa9, 0x59]));
  expect(reply.bytes('ORC-2.1')).toEqual(Buffer.from([0x50, 0xe9]));
});
