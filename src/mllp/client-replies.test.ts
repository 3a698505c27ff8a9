import { describe, expect, it } from 'vitest';
import type { ReplyResult } from './client.js';
import { bytes, correlate, openClient, passing, text, told } from './testdata/client-kit.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { Recorder } from './testdata/recorder.js';
import type { WirePlan } from './wire-plan.js';

describe('a reply that does not come', () => {
  it('is a timeout, counted from the last byte', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { timer: hand, replyTimeoutMs: 5_000 });
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
    const { client, unsolicited } = openClient(port, { timer: hand, replyTimeoutMs: 5_000, correlate });
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

  it('and comes late does not make the next request look answered by another', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client, unsolicited } = openClient(port, { timer: hand, replyTimeoutMs: 5_000, correlate });
    const first = client.request(Buffer.from('a'));
    const connection = await recorder.until(() => recorder.payloads.length > 0 && recorder.opened[0]);
    hand.pass(5_000);
    expect(told(await first)).toBe('timed-out');
    const second = client.request(Buffer.from('b'));
    await recorder.until(() => recorder.payloads[1]);
    await connection.write(text('re a'));
    expect(await passing(hand, second)).toMatchObject({ kind: 'timed-out', other: [] });
    expect(unsolicited).toHaveLength(1);
  });

  it('and comes late goes to the next request without a correlation, as documented', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { timer: hand, replyTimeoutMs: 5_000 });
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
    const { client } = openClient(port, { depth: 3, correlate });
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
    const { client, unsolicited } = openClient(port, { correlate });
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
    const { client, unsolicited } = openClient(port, { timer: hand, replyTimeoutMs: 5_000, correlate });
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
    const { client } = openClient(port, { maxFrameBytes: 100 });
    const result = await client.request(Buffer.from('a'));
    expect(result.kind === 'bad-frame' && result.events.map((event) => event.kind)).toEqual(events);
  });

  it('without a frame are a bad frame once the time is over', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(() => bytes('MSA|AA|a\r'));
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { timer: hand, replyTimeoutMs: 5_000 });
    const result = await passing(hand, client.request(Buffer.from('a')));
    expect(result).toMatchObject({ kind: 'bad-frame', events: [{ kind: 'junk', where: 'before-start' }] });
  });

  it('with junk before them count, and the junk is reported once', async () => {
    const { port } = await openServer(new Recorder(() => bytes('HI\x0bre a\x1c\r\n')));
    const { client, unsolicited } = openClient(port);
    expect(told(await client.request(Buffer.from('a')))).toBe('re a');
    await client.close();
    expect(unsolicited.map((event) => event.kind === 'junk' && event.where)).toEqual(['before-start', 'after-end']);
  });

  it('carry the times of the last byte written and of the reply', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { timer: hand });
    const result = client.request(Buffer.from('a'));
    const connection = await recorder.until(() => recorder.payloads.length > 0 && recorder.opened[0]);
    hand.pass(700);
    await connection.write(text('b'));
    expect(await result).toMatchObject({ kind: 'reply', sentAtMs: 0, repliedAtMs: 700 });
  });
});
