import { describe, expect, it } from 'vitest';
import { decodeStored, encodeStored, type StoredMessage, spliced } from './stored-message.js';

describe('a stored message', () => {
  it('comes back as it was, bytes that are no text included', () => {
    const message: StoredMessage = {
      number: 7,
      to: ['lis', 'ehr'],
      splices: [{ from: 1, to: 2, text: 'é' }],
      patient: '4',
      raw: Buffer.from([0x4d, 0x0a, 0x00, 0xff, 0x0d]),
    };
    expect(decodeStored(encodeStored(message))).toEqual(message);
  });

  it('is spliced at the given bytes alone', () => {
    const raw = Buffer.from('PID|||111^^^A~222^^^B|x');
    expect(
      spliced(raw, [
        { from: 6, to: 13, text: '9^^^A' },
        { from: 14, to: 21, text: '22222^^^B' },
      ]).toString(),
    ).toBe('PID|||9^^^A~22222^^^B|x');
    expect(spliced(raw, [])).toBe(raw);
  });
});
