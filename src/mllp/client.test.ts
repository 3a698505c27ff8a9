import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../base/timer.js';
import { type ClientOptions, MllpClient, type ReplyResult } from './client.js';
import type { Connection } from './connection.js';
import type { FrameEvent } from './frame-event.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { echo, Recorder } from './testdata/recorder.js';
import { type WirePlan, wholeFrame } from './wire-plan.js';

const timer = realTimer();

/** Requests are `<key>` and replies `re <key>` here: MLLP does not know what a control id is. */
const correlate = {
  request: (payload: Buffer) => payload.toString(),
  reply: (payload: Buffer) => /^re (.*)/.exec(payload.toString())?.[1],
};

function open(port: number, options: Partial<ClientOptions> = {}): { client: MllpClient; unsolicited: FrameEvent[] } {
  const unsolicited: FrameEvent[] = [];
  const given = { host: '127.0.0.1', port, mode: 'kept-open', replyTimeoutMs: 30_000, timer, ...options } as const;
  const client = new MllpClient(given, { onUnsolicited: (event) => unsolicited.push(event) });
  onTestFinished(() => client.close());
  return { client, unsolicited };
}

function text(payload: string): WirePlan {
  return wholeFrame(Buffer.from(payload));
}

function bytes(latin1: string): WirePlan {
  return [{ kind: 'write', bytes: Buffer.from(latin1, 'latin1') }];
}

function told(result: ReplyResult): string {
  return result.kind === 'reply' ? result.payload.toString() : result.kind;
}

describe.each(['per-message', 'kept-open'] as const)('a client, %s,', (mode) => {
  it.each([1, 8])('gives each of 50 requests its own reply at depth %i', async (depth) => {
    const { port } = await openServer(new Recorder(echo));
    const { client } = open(port, { mode, depth });
    const payloads = Array.from({ length: 50 }, (_, i) => `MSH|^~\\&|${i}\r`);
    const results = await Promise.all(payloads.map((payload) => client.request(Buffer.from(payload))));
    expect(results.map(told)).toEqual(payloads);
  });

  it('never has more requests under way than its depth', async () => {
    const held: Connection[] = [];
    const recorder = new Recorder((_payload, connection) => {
      held.push(connection);
      return undefined;
    });
    const { port } = await openServer(recorder);
    const { client } = open(port, { mode, depth: 2 });
    const results = Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => client.request(Buffer.from(key))));
    for (let answered = 0; answered < 5; answered++) {
      const connection = await recorder.until(() => held[answered]);
      expect(held.length - answered).toBeLessThanOrEqual(2);
      void connection.write(text(`${answered}`));
    }
    expect(new Set((await results).map(told))).toEqual(new Set(['0', '1', '2', '3', '4']));
  });

  it('says where it could not connect, and what to do', async () => {
    const server = await openServer(new Recorder());
    const { port } = server;
    await server.abort();
    const { client } = open(port, { mode });
    expect(await client.request(Buffer.from('a'))).toEqual({
      kind: 'not-connected',
      reason: 'refused',
      message: `Cannot connect to 127.0.0.1:${port}: nothing listens there. Start the system or correct host and port.`,
    });
  });

  it('settles what waits when it is closed, and takes no more', async () => {
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = open(port, { mode });
    const results = Promise.all([client.request(Buffer.from('a')), client.request(Buffer.from('b'))]);
    await recorder.until(() => recorder.payloads[0]);
    await client.close();
    expect((await results).map(told)).toEqual(['lost', 'lost']);
    expect(told(await client.request(Buffer.from('c')))).toBe('lost');
  });

  it('writes and does not wait where no reply is expected', async () => {
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = open(port, { mode });
    expect(told(await client.request(Buffer.from('a'), { expectReply: false }))).toBe('none-expected');
    expect(told(await client.request(Buffer.from('b'), { expectReply: false }))).toBe('none-expected');
    expect(await recorder.until(() => recorder.payloads.length === 2 && recorder.payloads)).toEqual(['a', 'b']);
  });
});

describe('connections of a client', () => {
  it('are one for each message, or one for all', async () => {
    for (const [mode, count] of [
      ['per-message', 3],
      ['kept-open', 1],
    ] as const) {
      const recorder = new Recorder(echo);
      const { port } = await openServer(recorder);
      const { client } = open(port, { mode });
      for (const key of ['a', 'b', 'c']) await client.request(Buffer.from(key));
      expect(recorder.opened).toHaveLength(count);
    }
  });

  it('are made anew on the next request when the peer has closed', async () => {
    const recorder = new Recorder((payload) => [...echo(payload), { kind: 'end' }]);
    const { port } = await openServer(recorder);
    const { client } = open(port);
    for (const key of ['a', 'b', 'c']) {
      expect(told(await client.request(Buffer.from(key)))).toBe(key);
      await recorder.until(() => recorder.closes.length === recorder.opened.length);
    }
    expect(recorder.payloads).toEqual(['a', 'b', 'c']);
    expect(recorder.opened).toHaveLength(3);
  });

  it('that are lost behind the message are reported with the reason, and the next request goes on', async () => {
    const recorder = new Recorder((payload, _connection, ordinal) =>
      ordinal === 1 ? [{ kind: 'reset' }] : echo(payload),
    );
    const { port } = await openServer(recorder);
    const { client } = open(port, { depth: 1 });
    const [first, second] = await Promise.all([client.request(Buffer.from('a')), client.request(Buffer.from('b'))]);
    expect(first).toMatchObject({ kind: 'lost', sent: true, reason: { kind: 'reset' } });
    expect(told(second)).toBe('b');
  });

  it('that a plan has silenced are used no more', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(echo);
    const { port } = await openServer(recorder);
    const { client } = open(port, { timer: hand, replyTimeoutMs: 1_000, depth: 2 });
    const silenced = client.request(Buffer.from('a'), { plan: [...bytes('\x0ba'), { kind: 'withhold' }] });
    expect(told(await client.request(Buffer.from('b')))).toBe('b');
    hand.pass(1_000);
    expect(told(await silenced)).toBe('timed-out');
    expect(recorder.opened).toHaveLength(2);
  });
});

describe('a reply that does not come', () => {
  it('is a timeout, counted from the last byte', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = open(port, { timer: hand, replyTimeoutMs: 5_000 });
    const plan: WirePlan = [...bytes('\x0ba'), { kind: 'pause', ms: 60_000 }, ...bytes('\x1c\r')];
    let settled: ReplyResult | undefined;
    void client.request(Buffer.from('a'), { plan }).then((result) => {
      settled = result;
      recorder.notify();
    });
    await recorder.until(() => recorder.opened[0]);
    while (recorder.payloads.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      hand.pass(10_000);
      expect(settled).toBeUndefined();
    }
    hand.pass(5_000);
    const result = await recorder.until(() => settled);
    expect(result).toMatchObject({ kind: 'timed-out', other: [] });
  });

  it('and comes late is never credited to the next request when it can be correlated', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client, unsolicited } = open(port, { timer: hand, replyTimeoutMs: 5_000, correlate });
    const first = client.request(Buffer.from('a'));
    const connection = await recorder.until(() => recorder.payloads.length > 0 && recorder.opened[0]);
    hand.pass(5_000);
    expect(told(await first)).toBe('timed-out');
    const second = client.request(Buffer.from('b'));
    await recorder.until(() => recorder.payloads[1]);
    await connection.write(text('re a'));
    await connection.write(text('re b'));
    expect(told(await second)).toBe('re b');
    expect(unsolicited.map((event) => event.kind === 'frame' && event.payload.toString())).toEqual(['re a']);
  });

  it('and comes late goes to the next request without a correlation, as documented', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = open(port, { timer: hand, replyTimeoutMs: 5_000 });
    const first = client.request(Buffer.from('a'));
    const connection = await recorder.until(() => recorder.payloads.length > 0 && recorder.opened[0]);
    hand.pass(5_000);
    expect(told(await first)).toBe('timed-out');
    const second = client.request(Buffer.from('b'));
    await connection.write(text('re a'));
    expect(told(await second)).toBe('re a');
  });
});

describe('replies', () => {
  it('in another order find their requests', async () => {
    const replies: WirePlan[] = [];
    const recorder = new Recorder((payload) => {
      replies.unshift(text(`re ${payload}`));
      return replies.length === 3 ? replies.flat() : undefined;
    });
    const { port } = await openServer(recorder);
    const { client } = open(port, { depth: 3, correlate });
    const results = await Promise.all(['a', 'b', 'c'].map((key) => client.request(Buffer.from(key))));
    expect(results.map(told)).toEqual(['re a', 're b', 're c']);
  });

  it('that are repeated, or to nothing, are unsolicited', async () => {
    const recorder = new Recorder((payload) => [
      ...text('re nobody'),
      ...text(`re ${payload}`),
      ...text(`re ${payload}`),
    ]);
    const { port } = await openServer(recorder);
    const { client, unsolicited } = open(port, { correlate });
    expect(told(await client.request(Buffer.from('a')))).toBe('re a');
    expect(told(await client.request(Buffer.from('b')))).toBe('re b');
    expect(unsolicited.map((event) => event.kind === 'frame' && event.payload.toString()).slice(0, 4)).toEqual([
      're nobody',
      're a',
      're nobody',
      're b',
    ]);
  });

  it('that name another message only leave the request uncorrelated', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(() => [...bytes('\x0bre x\x1c\r\n'), ...text('re y')]);
    const { port } = await openServer(recorder);
    const { client, unsolicited } = open(port, { timer: hand, replyTimeoutMs: 5_000, correlate });
    const result = client.request(Buffer.from('a'));
    await recorder.until(() => recorder.payloads[0]);
    const settled = passing(hand, result);
    expect(await settled).toMatchObject({ kind: 'uncorrelated', payload: Buffer.from('re x') });
    expect(unsolicited).toEqual([]);
  });

  it.each([
    { fault: 'an empty frame', reply: bytes('\x0b\x1c\r'), events: ['empty'] },
    { fault: 'a frame that is too long', reply: text('x'.repeat(101)), events: ['overflow'] },
    { fault: 'half a frame and a close', reply: [...bytes('\x0bre a'), { kind: 'end' }] as WirePlan, events: ['junk'] },
  ])('of $fault are a bad frame', async ({ reply, events }) => {
    const { port } = await openServer(new Recorder(() => reply));
    const { client } = open(port, { maxFrameBytes: 100 });
    const result = await client.request(Buffer.from('a'));
    expect(result.kind === 'bad-frame' && result.events.map((event) => event.kind)).toEqual(events);
  });

  it('without a frame are a bad frame once the time is over', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(() => bytes('MSA|AA|a\r'));
    const { port } = await openServer(recorder);
    const { client } = open(port, { timer: hand, replyTimeoutMs: 5_000 });
    const result = await passing(hand, client.request(Buffer.from('a')));
    expect(result).toMatchObject({ kind: 'bad-frame', events: [{ kind: 'junk', where: 'before-start' }] });
  });

  it('with junk before them count, and the junk is reported once', async () => {
    const { port } = await openServer(new Recorder(() => bytes('HI\x0bre a\x1c\r\n')));
    const { client, unsolicited } = open(port);
    expect(told(await client.request(Buffer.from('a')))).toBe('re a');
    await client.close();
    expect(unsolicited.map((event) => event.kind === 'junk' && event.where)).toEqual(['before-start', 'after-end']);
  });

  it('carry the times of the last byte written and of the reply', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = open(port, { timer: hand });
    const result = client.request(Buffer.from('a'));
    const connection = await recorder.until(() => recorder.payloads.length > 0 && recorder.opened[0]);
    hand.pass(700);
    await connection.write(text('b'));
    expect(await result).toMatchObject({ kind: 'reply', sentAtMs: 0, repliedAtMs: 700 });
  });
});

/** Lets time pass until `promise` is settled; what the peer has written is read in between. */
async function passing<T>(hand: HandTimer, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  void promise.finally(() => {
    isSettled = true;
  });
  for (let turns = 0; !isSettled; turns++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turns % 20 === 19) hand.pass(1_000);
  }
  return promise;
}
