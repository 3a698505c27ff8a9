import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './testdata/bench.js';
import { addPerson, result } from './testdata/messages.js';
import { field, Sender } from './testdata/raw-peer.js';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open({ maxFrameBytes: 2_000_000 });
});
afterEach(() => bench.close());

const frame = (text: string): string => `\x0b${text}\x1c\r`;
const answered = async (sender: Sender, nth: number) =>
  field((await sender.replies.first(nth))[nth - 1] ?? '', 'MSA', 2);

describe('an inbound connection', () => {
  it('takes a frame byte by byte, and several at once', async () => {
    for (const byte of frame(addPerson({ id: 'slow' }))) bench.sender.write(byte);
    bench.sender.write(frame(addPerson({ id: 'a' })) + frame(addPerson({ id: 'b' })));
    expect(await answered(bench.sender, 1)).toBe('slow');
    expect(await answered(bench.sender, 3)).toBe('b');
  });

  it('skips junk and answers what comes after it', async () => {
    bench.sender.write(`GET / HTTP/1.1\r\n\r\n${frame(addPerson({ id: 'good' }))}`);
    expect(await answered(bench.sender, 1)).toBe('good');
  });

  it('never acknowledges a message that was cut off, by a new start or by the end of the connection', async () => {
    bench.sender.write(`\x0b${addPerson({ id: 'cut' })}`);
    bench.sender.write(frame(addPerson({ id: 'good' })));
    expect(await answered(bench.sender, 1)).toBe('good');
    const other = new Sender(bench.engine.port);
    other.write(`\x0b${addPerson({ id: 'cut too' })}`);
    other.socket.end();
    await other.closed;
    expect(other.replies.items).toEqual([]);
    expect(bench.engine.status()).toMatchObject({ received: 1, stored: 1 });
  });

  it('is closed without an answer when a frame does not go on', async () => {
    bench.sender.write(`\x0b${addPerson()}`);
    await bench.sender.closed;
    expect(bench.sender.replies.items).toEqual([]);
    expect(bench.log.items).toEqual(['closed a connection that was silent inside a frame']);
  });

  it('may stay silent between frames', async () => {
    await bench.accept(addPerson());
    const stalled = new Sender(bench.engine.port);
    stalled.write('\x0bMSH');
    await stalled.closed;
    await bench.accept(addPerson());
  });

  it('answers a sender that has closed its side already', async () => {
    bench.sender.write(frame(addPerson({ id: 'last' })));
    bench.sender.socket.end();
    await bench.sender.closed;
    expect(await answered(bench.sender, 1)).toBe('last');
  });

  it('answers AR to a message that is too large, then ends, and others go on', async () => {
    const huge = addPerson({ id: 'huge' }) + 'x'.repeat(3_000_000);
    const big = new Sender(bench.engine.port);
    big.write(frame(huge));
    const [reply = ''] = await big.replies.first(1);
    expect([field(reply, 'MSA', 1), field(reply, 'MSA', 2)]).toEqual(['AR', 'huge']);
    await big.closed;
    await bench.accept(addPerson());
  });

  it('carries a message of just under the limit unchanged', async () => {
    await bench.accept(addPerson());
    const text = result('P1', {}, `OBX|1|ED|PDF||^^^Base64^${'QUJD'.repeat(480_000)}||||||F`);
    await bench.accept(text);
    const [delivered = ''] = await bench.ends.ehr.inbox.first(1);
    expect(delivered === text).toBe(true);
  });

  it('answers an empty frame, and one without a header, without accepting anything', async () => {
    bench.sender.write(frame('') + frame('hello'));
    const replies = await bench.sender.replies.first(2);
    expect(replies.map((reply) => field(reply, 'MSA', 1))).toEqual(['AR', 'AR']);
  });

  it('does not hinder others when it neither reads nor ends', async () => {
    const deaf = new Sender(bench.engine.port);
    deaf.socket.pause();
    const text = frame(addPerson({ id: 'again' }));
    for (let i = 0; i < 2_000; i++) deaf.write(text);
    await bench.accept(addPerson());
    deaf.close();
  });

  it('is one of many: two hundred silent ones do not matter', async () => {
    const idle = Array.from({ length: 200 }, () => new Sender(bench.engine.port));
    await bench.accept(addPerson());
    for (const each of idle) each.close();
  });

  it('logs the place of an error and nothing of the patient', async () => {
    await bench.sender.send(addPerson().replace('19800229', 'SECRET'));
    expect(bench.log.items).toEqual(['ADT^A28 answered AE: 102 at PID-7']);
  });
});
