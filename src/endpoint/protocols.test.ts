import { describe, expect, it } from 'vitest';
import { splitBatch } from '../hl7/batch.js';
import type { Message } from '../hl7/message.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { accept, acknowledgmentOf, caller, farEnd, read, update } from './testdata/far-end.js';
import { played, settled } from './testdata/played.js';

const says = (payload: string | undefined): string => {
  const message = read(Buffer.from(payload ?? '', 'latin1'));
  return ['1', '2', '4'].map((n) => message.get(`MSA-${n}`) ?? '').join(' ');
};

describe('sequence numbers, as a receiver', () => {
  it('takes the next, tells which is expected, and begins anew where it is told', async () => {
    const lis = await played({ sequence: true });
    const sut = await caller(lis.port);
    const answers: string[] = [];
    for (const [id, number] of [
      ['s1-c', '0'],
      ['s1-a', '7'],
      ['s1-b', '8'],
      ['s1-d', '11'],
      ['s1-e', '-1'],
      ['s1-f', '1'],
    ]) {
      await sut.connection.write(
        wholeFrame(
          update(id ?? '')
            .with('MSH-13', number ?? '')
            .serialize(),
        ),
      );
      await sut.until(() => sut.payloads.length > answers.length);
      answers.push(says(sut.payloads.at(-1)));
    }
    expect(answers).toEqual(['AA s1-c -1', 'AA s1-a 7', 'AA s1-b 8', 'AE s1-d 9', 'AA s1-e -1', 'AA s1-f 1']);
    expect(lis.endpoint.state('p1')).toEqual(['received s1-a', 'received s1-b', 'received s1-f']);
  });

  it('does not mind them where that is not agreed', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('s1-a').with('MSH-13', '0').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(says(sut.payloads[0])).toBe('AA s1-a ');
  });
});

/** A receiver that answers MSA-4 as the test wants. */
function numbering(told: (number: number, message: Message) => string): (payload: Buffer) => WirePlan {
  return (payload) => {
    const message = read(payload);
    const reply = acknowledgmentOf(message).with('MSA-4', told(Number(message.get('MSH-13')), message));
    return wholeFrame(reply.serialize());
  };
}

describe('sequence numbers, as a sender', () => {
  const numbersOf = (payloads: readonly string[]) =>
    payloads.map((one) => read(Buffer.from(one, 'latin1')).get('MSH-13'));

  it('asks once, then counts', async () => {
    const sut = await farEnd(numbering((n) => `${n === 0 ? -1 : n}`));
    const lis = await played({ to: sut.port, link: { sequence: true } });
    await lis.send('s1-a', 's1-b');
    await lis.send('s1-c');
    expect(numbersOf(sut.payloads)).toEqual(['0', '1', '2', '3']);
    expect(lis.findings()).toEqual([]);
  });

  it('begins anew where the receiver remembers other numbers', async () => {
    const sut = await farEnd(numbering((n) => `${n === 0 ? 42 : n}`));
    const lis = await played({ to: sut.port, link: { sequence: true } });
    await lis.send('s1-a');
    expect(numbersOf(sut.payloads)).toEqual(['0', '-1', '1']);
  });

  it('sends again from the number that is expected', async () => {
    let isLost = true;
    const sut = await farEnd(
      numbering((n) => {
        if (n === 0) return '-1';
        if (n !== 2 || !isLost) return `${n}`;
        isLost = false;
        return '1';
      }),
    );
    const lis = await played({ to: sut.port, link: { sequence: true } });
    await lis.send('s1-a', 's1-b', 's1-c');
    expect(numbersOf(sut.payloads)).toEqual(['0', '1', '2', '1', '2', '3']);
  });

  it('goes on where the acknowledgment before was lost', async () => {
    const sut = await farEnd(numbering((n) => `${n === 0 ? -1 : n + 1}`));
    const lis = await played({ to: sut.port, link: { sequence: true } });
    await lis.send('s1-a', 's1-b');
    expect(numbersOf(sut.payloads)).toEqual(['0', '1', '2']);
  });

  it('freezes where the two do not agree, and says so', async () => {
    const sut = await farEnd(numbering((n) => `${n === 0 ? -1 : n + 5}`));
    const lis = await played({ to: sut.port, link: { sequence: true } });
    const [first, second] = await lis.send('s1-a', 's1-b');
    expect([first?.outcome, second?.outcome, second?.neverLeft]).toEqual(['acknowledged', 'connection-lost', true]);
    expect(lis.findings()).toEqual(['- sequence-frozen']);
  });
});

describe('messages in parts', () => {
  const long = read(
    Buffer.from(`${update('s1-a').serialize()}${'NTE|1||0123456789012345678901234567890123456789\r'.repeat(6)}`),
  );

  it('as a sender: each with an id of its own, joined by pointers, and nothing lost', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port, link: { partBytes: 200 } });
    const exchanges = await settled(lis.endpoint.send(long.raw, long, lis.scenes.scene('s1')));
    expect(exchanges.map(({ outcome }) => outcome)).toEqual(exchanges.map(() => 'acknowledged'));
    const parts = sut.payloads.map((one) => read(Buffer.from(one, 'latin1')));
    expect(parts.length).toBeGreaterThan(2);
    expect(new Set(parts.map(({ controlId }) => controlId)).size).toBe(parts.length);
    expect(parts.slice(1).map((part) => part.get('MSH-14'))).toEqual(
      parts.slice(0, -1).map((part) => part.get('DSC-1')),
    );
    const body = sut.payloads
      .join('')
      .split('\r')
      .filter((line) => line && !/^(MSH|DSC)/.test(line));
    expect(body).toEqual(long.raw.toString().split('\r').slice(1, -1));
  });

  it('as a receiver: the simulator sees one message, and each part is acknowledged by its own id', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    const first = read(Buffer.from(`${update('s1-a').serialize()}DSC|P1|F\r`));
    const last = update('s1-b')
      .with('MSH-14', 'P1')
      .withSegments(([header = '']) => [header, 'NTE|1||rest']);
    for (const part of [first, last]) await sut.connection.write(wholeFrame(part.serialize()));
    await sut.until(() => sut.payloads.length === 2);
    expect(sut.payloads.map(says)).toEqual(['AA s1-a ', 'AA s1-b ']);
    expect(lis.endpoint.state('p1')).toEqual(['received s1-a']);
  });

  it('as a receiver in enhanced mode: the application acknowledgment names the first part', async () => {
    const back = await farEnd();
    const request = { accept: 'AL', application: 'AL' } as const;
    const inbound = { mode: 'enhanced', request, applicationOn: 'own-connection', applicationDelayMs: 0 } as const;
    const lis = await played({ inbound, to: back.port });
    const sut = await caller(lis.port);
    const asking = (message: Message): Message => message.with('MSH-15', 'AL').with('MSH-16', 'AL');
    const first = read(Buffer.from(`${asking(update('s1-a')).serialize()}DSC|P1|F\r`));
    const last = asking(update('s1-b'))
      .with('MSH-14', 'P1')
      .withSegments(([header = '']) => [header, 'NTE|1||rest']);
    for (const part of [first, last]) await sut.connection.write(wholeFrame(part.serialize()));
    await sut.until(() => sut.payloads.length === 2);
    expect(sut.payloads.map(says)).toEqual(['CA s1-a ', 'CA s1-b ']);
    await back.until(() => back.payloads.length === 1);
    expect(says(back.payloads[0])).toBe('AA s1-a ');
  });

  it('as a receiver: a part without the one before is in error, one that never goes on is given up', async () => {
    const lis = await played({ timeScale: 0.001 });
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('s1-b').with('MSH-14', 'P1').serialize()));
    await sut.connection.write(wholeFrame(Buffer.from(`${update('s1-a').serialize()}DSC|P1|F\r`)));
    await lis.until(() => lis.findings().includes('s1 message-not-continued'));
    expect(sut.payloads.map(says)[0]).toBe('AE s1-b ');
  });
});

describe('batches', () => {
  it('as a sender: one frame, and each message has the acknowledgment that names it', async () => {
    const sut = await farEnd((payload) => {
      const replies = splitBatch(payload).messages.map(({ bytes }) => acknowledgmentOf(read(bytes)).serialize());
      return wholeFrame(Buffer.concat([Buffer.from('BHS|^~\\&\r'), ...replies.reverse(), Buffer.from('BTS|2\r')]));
    });
    const lis = await played({ to: sut.port });
    const messages = [update('s1-a'), update('s1-b')];
    const exchanges = await settled(lis.endpoint.sendBatch(messages, lis.scenes.scene('s1')));
    expect(exchanges.map(({ outcome, reply }) => [outcome, reply?.controlId])).toEqual([
      ['acknowledged', 's1-a'],
      ['acknowledged', 's1-b'],
    ]);
    expect(sut.payloads.map((one) => splitBatch(Buffer.from(one, 'latin1')).defects)).toEqual([[]]);
  });

  it('as a sender: one acknowledgment is not enough', async () => {
    const sut = await farEnd((payload) => accept(splitBatch(payload).messages.at(-1)?.bytes ?? payload));
    const lis = await played({ to: sut.port, link: { replyTimeoutMs: 50 } });
    const posted = lis.endpoint.sendBatch([update('s1-a'), update('s1-b')], lis.scenes.scene('s1'));
    expect((await settled(posted)).map(({ outcome }) => outcome)).toEqual(['timed-out', 'acknowledged']);
  });

  it('as a receiver: a batch of acknowledgments, which names the batch', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    const batch = ['BHS|^~\\&|SUT|X|||||||B7\r', update('s1-a').serialize(), update('s1-b').serialize(), 'BTS|2\r'];
    await sut.connection.write(wholeFrame(Buffer.concat(batch.map((part) => Buffer.from(part)))));
    await sut.until(() => sut.payloads.length === 1);
    const reply = splitBatch(Buffer.from(sut.payloads[0] ?? '', 'latin1'));
    expect(reply.defects).toEqual([]);
    expect(reply.batches[0]?.header?.get('12')).toBe('B7');
    expect(reply.messages.map(({ bytes }) => says(bytes.toString('latin1')))).toEqual(['AA s1-a ', 'AA s1-b ']);
  });

  it('as a receiver: a count that is wrong is no batch, and nothing is acknowledged', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    await sut.connection.write(
      wholeFrame(Buffer.concat([Buffer.from('BHS|^~\\&\r'), update('s1-a').raw, Buffer.from('BTS|3\r')])),
    );
    await sut.connection.write(wholeFrame(update('s1-b').raw));
    await sut.until(() => sut.payloads.length === 1);
    expect(sut.payloads.map(says)).toEqual(['AA s1-b ']);
    expect(lis.wire().some((event) => event.startsWith('unusable batch'))).toBe(true);
  });
});
