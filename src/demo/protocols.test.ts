import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './testdata/bench.js';
import { addPerson } from './testdata/messages.js';
import { field } from './testdata/raw-peer.js';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.close());

/** A message with a value in one more field of MSH; undefined leaves it as it is. */
function withHeader(message: string, values: Readonly<Record<number, string>>): string {
  const [header = '', ...rest] = message.split('\r');
  const fields = header.split('|');
  while (fields.length < 16) fields.push('');
  for (const [n, value] of Object.entries(values)) fields[Number(n) - 1] = value;
  return [fields.join('|').replace(/\|+$/, ''), ...rest].join('\r');
}

async function restart(): Promise<void> {
  await bench.stop();
  await bench.start();
}

async function answer(message: string): Promise<string> {
  const before = bench.sender.replies.items.length;
  bench.sender.write(`\x0b${message}\x1c\r`);
  await bench.sender.replies.until((texts) => texts.length > before);
  return bench.sender.replies.items[before] ?? '';
}

const says = (reply: string): string => [1, 4].map((n) => field(reply, 'MSA', n)).join(' ');

describe('the sequence number protocol', () => {
  const numbered = (n: string, id: string): string => withHeader(addPerson({ id }), { 13: n });
  const control = (n: string, id: string): string => `${withHeader(addPerson({ id }), { 13: n }).split('\r')[0]}\r`;

  it('takes numbers in their order, tells which is expected, and begins anew where it is told', async () => {
    expect(says(await answer(control('0', 'c1')))).toBe('AA -1');
    expect(says(await answer(numbered('5', 'm5')))).toBe('AA 5');
    expect(says(await answer(numbered('6', 'm6')))).toBe('AA 6');
    const gap = await answer(numbered('9', 'm9'));
    expect([says(gap), field(gap, 'ERR', 3)?.slice(0, 3)]).toEqual(['AE 7', '207']);
    expect(says(await answer(numbered('6', 'm6')))).toBe('AA 7');
    expect(says(await answer(control('0', 'c2')))).toBe('AA 7');
    expect(says(await answer(control('-1', 'c3')))).toBe('AA -1');
    expect(says(await answer(numbered('1', 'm1')))).toBe('AA 1');
  });

  it('remembers after a restart', async () => {
    await answer(numbered('5', 'm5'));
    await restart();
    expect(says(await answer(control('0', 'c1')))).toBe('AA 6');
    await answer(control('-1', 'c2'));
    await restart();
    expect(says(await answer(control('0', 'c3')))).toBe('AA -1');
  });

  it('says CE in enhanced mode', async () => {
    await answer(numbered('5', 'm5'));
    expect(says(await answer(withHeader(numbered('9', 'm9'), { 15: 'AL', 16: 'NE' })))).toBe('CE 6');
  });
});

describe('messages in parts', () => {
  const [header = '', ...body] = addPerson({ id: 'p1' }).split('\r').filter(Boolean);
  const part = (lines: readonly string[]): string => `${lines.join('\r')}\r`;
  const head = (id: string, pointer = ''): string => withHeader(header.replace('|p1|', `|${id}|`), { 14: pointer });
  const first = part([head('p1'), ...body.slice(0, 1), 'DSC|X1|F']);
  const last = part([head('p2', 'X1'), ...body.slice(1)]);

  it('are acknowledged one by one, and go on as one under the control id of the first', async () => {
    expect(says(await answer(first))).toBe('AA ');
    expect(says(await answer(last))).toBe('AA ');
    const [arrived] = await bench.ends.lis.inbox.first(1);
    expect(arrived).toBe(part([head('p1'), ...body]));
  });

  it('survive a restart between two of them', async () => {
    await answer(first);
    await restart();
    expect(says(await answer(last))).toBe('AA ');
    const [arrived] = await bench.ends.lis.inbox.first(1);
    expect(arrived).toBe(part([head('p1'), ...body]));
  });

  it('are refused without the part before', async () => {
    const reply = await answer(last);
    expect([says(reply), field(reply, 'ERR', 2)]).toEqual(['AE ', 'MSH^1^14']);
  });
});

describe('batches', () => {
  const batch = (count: number, ...messages: readonly string[]): string =>
    `BHS|^~\\&|SENDER|X|||||||B1\r${messages.join('')}BTS|${count}\r`;

  it('are answered by a batch with an acknowledgment for each message', async () => {
    const reply = await answer(batch(2, addPerson({ id: 'b1' }), addPerson({ id: 'b1' }).replace('|b1|', '|b2|')));
    expect(reply).toMatch(/^BHS\|\^~\\&\|DEMO-ENGINE\|PIPEHAT\|\|\|\|\|\|\|[^|]+\|B1\r/);
    expect([...reply.matchAll(/MSA\|(\w+)\|(\w+)/g)].map(([, code, id]) => `${code} ${id}`)).toEqual([
      'AA b1',
      'AA b2',
    ]);
    expect(reply).toMatch(/\rBTS\|2\r$/);
  });

  it('may be empty, and are refused as a whole where their counts are wrong', async () => {
    expect(await answer(batch(0))).toMatch(/\rBTS\|0\r$/);
    expect(says(await answer(batch(3, addPerson({ id: 'b3' }))))).toBe('AR ');
  });
});
