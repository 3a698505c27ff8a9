import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../hl7/parse.js';
import {
  CONTROL_ID_LENGTH,
  type MessageTemplate,
  Numbering,
  readOrdinal,
  stamp,
  templateOf,
} from './message-template.js';
import { rehearse } from './rehearsal.js';

const START = new Date('2026-03-02T08:00:00Z');
const PREFIX = Buffer.from('Lab12-');
const TIME = Buffer.from('20261122051530');
const STAY = rehearse({ seed: 's', patient: 1, pathway: 'inpatient', now: START, version: '2.5.1' });

function copyOf(template: MessageTemplate, ordinal: number, at = 3): Buffer {
  const target = Buffer.alloc(at + template.frame.length);
  expect(stamp(template, target, at, { prefix: PREFIX, ordinal, arrival: ordinal }, TIME)).toBe(target.length);
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
      const template = templateOf(message, from);
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

  it('makes numbers unique to the arrival, and the same in messages that belong together', () => {
    const numbering = new Numbering();
    const [order, answer] = ['ORM', 'ORR'].map((code) => {
      const found = STAY.find(({ message }) => message.type.code === code);
      if (found === undefined) throw new Error(`the stay has no ${code}`);
      return {
        message: found.message,
        copy: read(copyOf(templateOf(found.message, 'ehr', numbering), 999_999_999_999)),
      };
    });
    const placer = order?.copy.get('ORC-2.1');
    expect(placer).toMatch(/^[A-Z]999999999999$/);
    expect([order?.copy.get('OBR-2.1'), answer?.copy.get('ORC-2.1')]).toEqual([placer, placer]);
    expect(order?.copy.get('PV1-19.1')).not.toBe(placer);
    expect(order?.copy.get('ORC-2.2')).toBe(order?.message.get('ORC-2.2'));
  });

  it('reads the ordinal back, and no other bytes', () => {
    const bytes = Buffer.from('|Lab12-000000000042|Lab13-000000000042|Lab12-00000000004x');
    expect(readOrdinal(bytes, 1, PREFIX)).toBe(42);
    expect(readOrdinal(bytes, 2 + CONTROL_ID_LENGTH, PREFIX)).toBe(-1);
    expect(readOrdinal(bytes, 3 + 2 * CONTROL_ID_LENGTH, PREFIX)).toBe(-1);
    expect(readOrdinal(bytes, bytes.length, PREFIX)).toBe(-1);
  });
});
