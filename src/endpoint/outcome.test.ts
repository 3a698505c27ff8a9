import { describe, expect, it } from 'vitest';
import { wholeFrame } from '../mllp/wire-plan.js';
import { accept, acknowledgmentOf, farEnd, update } from './testdata/far-end.js';
import { played } from './testdata/played.js';

describe('what becomes of a message that is not acknowledged', () => {
  it('timed-out: nothing came in time; what comes later is evidence and answers nothing', async () => {
    let answerLate = (): void => {};
    const sut = await farEnd((payload, connection, ordinal) => {
      if (ordinal > 1) return accept(payload);
      answerLate = () => void connection.write(accept(payload));
      return undefined;
    });
    const lis = await played({ to: sut.port, link: { replyTimeoutMs: 30 } });
    const [exchange] = await lis.send('s1-a');
    expect(exchange).toMatchObject({ outcome: 'timed-out', outcomeDetail: 'no acknowledgment within 0.03 s' });
    answerLate();
    await lis.until(() => lis.wire().length === 1);
    expect(lis.wire()).toEqual(['unsolicited frame']);
    expect(exchange?.reply).toBeUndefined();
    expect(lis.endpoint.state('p1')).toEqual(['command', 'unanswered s1-a: no acknowledgment within 0.03 s']);
  });

  it('connection-lost: it had left when the connection broke', async () => {
    const sut = await farEnd(() => [{ kind: 'reset' }]);
    const lis = await played({ to: sut.port });
    const [exchange] = await lis.send('s1-a');
    expect(exchange).toMatchObject({ outcome: 'connection-lost', neverLeft: false });
    expect(lis.endpoint.state('p1')[1]).toMatch(/^unanswered s1-a: ./);
  });

  it('connection-lost: there was no connection', async () => {
    const gone = await played();
    await gone.endpoint.shut();
    const lis = await played({ to: gone.port });
    const [exchange] = await lis.send('s1-a');
    expect(exchange).toMatchObject({ outcome: 'connection-lost', neverLeft: true });
    expect(exchange?.outcomeDetail).toContain(`Cannot connect to 127.0.0.1:${gone.port}: nothing listens there`);
  });

  it('uncorrelated: the reply names another message, and is kept', async () => {
    const sut = await farEnd(() => wholeFrame(acknowledgmentOf(update('another')).serialize()));
    const lis = await played({ to: sut.port, link: { replyTimeoutMs: 50 } });
    const [exchange] = await lis.send('s1-a');
    expect(exchange).toMatchObject({ outcome: 'uncorrelated' });
    expect(exchange?.reply?.controlId).toBe('another');
    expect(lis.kinds()).toEqual(['message', 'reply', 'outcome']);
    expect(lis.endpoint.state('p1')[1]).toMatch(/^unanswered s1-a: the reply names another message/);
  });

  it('bad-frame: what came was no frame', async () => {
    const sut = await farEnd(() => [{ kind: 'write', bytes: Buffer.from('MSA|AA|s1-a\r') }, { kind: 'end' }]);
    const lis = await played({ to: sut.port });
    const [exchange] = await lis.send('s1-a');
    expect(exchange).toMatchObject({ outcome: 'bad-frame', outcomeDetail: 'the reply was no complete MLLP frame' });
  });

  it('and the next message is sent all the same', async () => {
    const sut = await farEnd((payload, _connection, ordinal) =>
      ordinal === 1 ? [{ kind: 'reset' }] : accept(payload),
    );
    const lis = await played({ to: sut.port });
    const outcomes = (await lis.send('s1-a', 's1-b')).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['connection-lost', 'acknowledged']);
  });
});
