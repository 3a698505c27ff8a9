import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './testdata/bench.js';
import { addPerson, message, msh, order, pid, result } from './testdata/messages.js';
import { ack, field } from './testdata/raw-peer.js';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.close());

const ids = (messages: readonly string[]) => messages.map((text) => field(text, 'MSH', 10));

describe('delivery', () => {
  it('uses one connection and keeps it open', async () => {
    for (let i = 0; i < 5; i++) await bench.accept(addPerson());
    await bench.ends.lis.inbox.first(5);
    expect(bench.ends.lis.connections).toBe(1);
  });

  it('sends the same bytes again over a new connection when nobody answers', async () => {
    const { lis } = bench.ends;
    lis.answer = (text, nth) => (nth < 3 ? 'silent' : ack(text, 'AA'));
    const sent = await bench.accept(addPerson());
    expect(await lis.inbox.first(3)).toEqual([sent, sent, sent]);
    expect(lis.connections).toBe(3);
  });

  it('sends the same bytes again when the connection is reset before the answer', async () => {
    const { lis } = bench.ends;
    lis.answer = (text, nth) => (nth === 1 ? 'reset' : ack(text, 'AA'));
    const first = await bench.accept(addPerson());
    const second = await bench.accept(addPerson());
    expect(await lis.inbox.first(3)).toEqual([first, first, second]);
  });

  it('makes a new connection where the old one was closed after the answer', async () => {
    const { lis } = bench.ends;
    await bench.accept(addPerson());
    await lis.inbox.first(1);
    await lis.close();
    await lis.listen();
    const second = await bench.accept(addPerson());
    expect((await lis.inbox.first(2))[1]).toBe(second);
  });

  it('puts a message in error into the error queue and goes on', async () => {
    const { lis } = bench.ends;
    lis.answer = (text, nth) => (nth === 1 ? ack(text, 'AE') : ack(text, 'AA'));
    const sent = [await bench.accept(addPerson()), await bench.accept(addPerson())];
    expect(await lis.inbox.first(2)).toEqual(sent);
    expect((await bench.log.first(1))[0]).toMatch(/^lis: message 1 to the error queue: AE$/);
    await allSettledBefore(3);
    expect(status('lis')).toMatchObject({ delivered: 1, failed: 1 });
    await bench.stop();
    await bench.start();
    expect(status('lis')).toMatchObject({ failed: 1 });
  });

  it('sends a rejected message a few times, then puts it into the error queue', async () => {
    const { lis } = bench.ends;
    lis.answer = (text, nth) => (nth <= 5 ? ack(text, 'AR') : ack(text, 'AA'));
    const first = await bench.accept(addPerson());
    const second = await bench.accept(addPerson());
    expect(await lis.inbox.first(6)).toEqual([first, first, first, first, first, second]);
    expect(lis.connections).toBe(1);
  });

  it('takes no answer for its own that names another message', async () => {
    const { lis } = bench.ends;
    const wrong = ['', 'OTHER', ' X', 'x'];
    lis.answer = (text, nth) => ack(text, 'AA', wrong[nth - 1] ?? field(text, 'MSH', 10));
    await bench.accept(addPerson({ id: 'X' }));
    expect(ids(await lis.inbox.first(5))).toEqual(['X', 'X', 'X', 'X', 'X']);
  });

  it.each([
    ['an unknown code', 'MSH|^~\\&|||||||ACK|1|T|2.5.1\rMSA|XX|X\r'],
    ['no MSA', 'MSH|^~\\&|||||||ACK|1|T|2.5.1\r'],
    ['a page', '<html>502</html>'],
  ])('takes %s for no answer', async (_, answer) => {
    const { lis } = bench.ends;
    lis.answer = (text, nth) => (nth === 1 ? answer : ack(text, 'AA'));
    await bench.accept(addPerson({ id: 'X' }));
    expect(ids(await lis.inbox.first(2))).toEqual(['X', 'X']);
  });

  it('drops acknowledgments that nobody asked for', async () => {
    const { lis } = bench.ends;
    await bench.accept(addPerson({ id: 'A' }));
    await lis.inbox.first(1);
    lis.say(`\x0b${ack('', 'AE', 'B')}\x1c\r\x0b${ack('', 'AA', 'A')}\x1c\r`);
    await bench.accept(addPerson({ id: 'B' }));
    await bench.accept(addPerson({ id: 'C' }));
    expect(ids(await lis.inbox.first(3))).toEqual(['A', 'B', 'C']);
    await allSettledBefore(4);
    expect(status('lis')).toMatchObject({ delivered: 3, failed: 0 });
  });

  it('waits longer and longer for a destination that is down, loses nothing and keeps the order', async () => {
    const { lis } = bench.ends;
    await lis.close();
    for (const id of ['A', 'B', 'C']) await bench.accept(addPerson({ id }));
    const retries = (await bench.log.first(4)).map((line) => /retry \d+ in \d+ ms/.exec(line)?.[0]);
    expect(retries).toEqual(['retry 1 in 500 ms', 'retry 2 in 1000 ms', 'retry 3 in 2000 ms', 'retry 4 in 4000 ms']);
    expect(status('lis')).toMatchObject({ queued: 3, connected: false });
    await lis.listen();
    expect(ids(await lis.inbox.first(3))).toEqual(['A', 'B', 'C']);
  });

  it('does not let one destination wait for another', async () => {
    await bench.ends.lis.close();
    const sent = await bench.accept(addPerson());
    expect(await bench.ends.ris.inbox.first(1)).toEqual([sent]);
  });

  it('goes on after a restart where it stopped', async () => {
    const { lis } = bench.ends;
    lis.answer = (text, nth) => (nth === 1 ? ack(text, 'AA') : 'silent');
    for (const id of ['A', 'B', 'C']) await bench.accept(addPerson({ id }));
    await lis.inbox.first(2);
    await bench.stop();
    lis.answer = (text) => ack(text, 'AA');
    const before = lis.inbox.items.length;
    await bench.start();
    expect(ids(await lis.inbox.first(before + 2)).slice(before)).toEqual(['B', 'C']);
  });

  it('takes an order-level answer for the acknowledgment and forwards it to the one who asked', async () => {
    const { lis, ehr } = bench.ends;
    const answer = (text: string) => {
      const id = field(text, 'MSH', 10);
      return message(msh('ORR^O02', { id: `R${id}` }), `MSA|AA|${id}`, pid(), 'ORC|OK|P1|F1', 'OBR|1|P1|F1|G');
    };
    lis.answer = (text) => (text.includes('ORC|') ? answer(text) : ack(text, 'AA'));
    await bench.accept(addPerson());
    const asked = await bench.accept(order('P1'));
    expect(await ehr.inbox.first(1)).toEqual([answer(asked)]);
    await bench.accept(message(msh('ORM^O01'), pid(), 'ORC|CA||F1'));
  });

  it('forwards bytes as they are: character set, Z segments, sub-ids, escapes and long values', async () => {
    await bench.accept(addPerson());
    const obx = `OBX|1|FT|X^Y|a.1|J\xfcrgen \\.br\\ \\X0D\\ \\Q\\ ${'long '.repeat(500)}||||||F|`;
    const text = result('P1', { charset: '8859/1' }, obx, 'ZDS|1.2.3^x^^', 'NTE|1||note').replace(/\r$/, '\r\r');
    await bench.accept(text);
    expect(await bench.ends.ehr.inbox.first(1)).toEqual([text]);
  });
});

function status(name: 'lis') {
  return bench.engine.status().destinations[name];
}

/** Sends one more message: when it arrives as the `nth`, all before it are settled. */
async function allSettledBefore(nth: number): Promise<void> {
  bench.ends.lis.answer = () => 'silent';
  await bench.accept(addPerson());
  await bench.ends.lis.inbox.first(nth);
}
