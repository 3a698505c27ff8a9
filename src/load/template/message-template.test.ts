import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../hl7/parse.js';
import { CONTROL_ID_LENGTH, type MessageTemplate, readOrdinal, stamp, templateOf } from './message-template.js';
import { rehearse } from './rehearsal.js';

const START = new Date('2026-03-02T08:00:00Z');
const PREFIX = Buffer.from('Lab12-');
const TIME = Buffer.from('20261122051530');
const STAY = rehearse({ seed: 's', patient: 1, pathway: 'inpatient', now: START, version: '2.5.1' });

function copyOf(template: MessageTemplate, ordinal: number, at = 3): Buffer {
  const target = Buffer.alloc(at + template.frame.length);
  expect(stamp(template, target, at, { prefix: PREFIX, ordinal }, TIME)).toBe(target.length);
  return target.subarray(at);
}

function read(frame: Buffer) {
  const parsed = parseMessage(frame.subarray(1, -2));
  if (parsed.kind !== 'message') throw new Error('the copy cannot be read');
  return parsed.message;
}

describe('a message template', () => {
  it.each(STAY.map((one) => [`${one.message.type.code}^${one.message.type.trigger}`, one] as const))(
    'gives copies of %s that differ in id, time and numbers alone',
    (type, { from, message }) => {
      const template = templateOf(message, from, false);
      expect(template.type).toBe(type);
      const copy = read(copyOf(template, 42));
      expect(copy.get('MSH-10')).toBe('Lab12-000000000042');
      expect(copy.get('MSH-7')).toBe('20261122051530+0000');
      const back = copy
        .withRaw('MSH-10', message.rawText('MSH-10') ?? '')
        .withRaw('MSH-7', message.rawText('MSH-7') ?? '');
      expect(back.serialize()).toEqual(message.serialize());
    },
  );

  it('makes order numbers unique where asked, each time the same way', () => {
    const order = STAY.find(({ message }) => message.type.code === 'ORM');
    if (order === undefined) throw new Error('the stay has no order');
    const copy = read(copyOf(templateOf(order.message, 'ehr', true), 999_999_999_999));
    expect([copy.get('ORC-2.1'), copy.get('OBR-2.1')]).toEqual(['L999999999999', 'L999999999999']);
    expect(copy.get('ORC-2.2')).toBe(order.message.get('ORC-2.2'));
  });

  it('reads the ordinal back, and no other bytes', () => {
    const bytes = Buffer.from('|Lab12-000000000042|Lab13-000000000042|Lab12-00000000004x');
    expect(readOrdinal(bytes, 1, PREFIX)).toBe(42);
    expect(readOrdinal(bytes, 2 + CONTROL_ID_LENGTH, PREFIX)).toBe(-1);
    expect(readOrdinal(bytes, 3 + 2 * CONTROL_ID_LENGTH, PREFIX)).toBe(-1);
    expect(readOrdinal(bytes, bytes.length, PREFIX)).toBe(-1);
  });
});
