import { describe, expect, it } from 'vitest';
import { accept, farEnd } from './testdata/far-end.js';
import { played } from './testdata/played.js';

describe('an acknowledgment that comes after its time is over', () => {
  it.each([
    { when: 'before that of the next message', order: (late: Buffer, right: Buffer) => [late, right] },
    { when: 'behind that of the next message', order: (late: Buffer, right: Buffer) => [right, late] },
    { when: 'twice, around that of the next message', order: (late: Buffer, right: Buffer) => [late, right, late] },
    { when: 'in one write with that of the next message', order: (...both: Buffer[]) => [Buffer.concat(both)] },
  ])('$when acknowledges nothing', async ({ order }) => {
    const held: Buffer[] = [];
    const sut = await farEnd((payload) => {
      held.push(...accept(payload).flatMap((action) => (action.kind === 'write' ? [action.bytes] : [])));
      const [late, right] = held;
      if (held.length !== 2 || !late || !right) return [];
      return order(late, right).map((bytes) => ({ kind: 'write', bytes }));
    });
    const lis = await played({ to: sut.port, link: { replyTimeoutMs: 500 } });
    const [first, second] = await lis.send('s1-a', 's1-b');
    expect(first).toMatchObject({ outcome: 'timed-out', reply: undefined });
    expect(second).toMatchObject({ outcome: 'acknowledged', reply: { code: 'AA', controlId: 's1-b' } });
    await lis.until(() => lis.wire().includes('unsolicited frame'));
    expect(sut.payloads).toHaveLength(2);
  });
});
