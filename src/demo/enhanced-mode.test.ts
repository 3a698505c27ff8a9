import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './testdata/bench.js';
import { addPerson } from './testdata/messages.js';
import { ack, field } from './testdata/raw-peer.js';

let bench: Bench;
let runs = 0;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.close());

/** A message of the EHR that asks for acknowledgments. */
function asking(
  id: string,
  accept: string,
  application: string,
  edit: (text: string) => string = (text) => text,
): string {
  const [header = '', ...rest] = addPerson({ id }).split('\r');
  const fields = header.split('|');
  while (fields.length < 16) fields.push('');
  fields[2] = 'EHR';
  fields[14] = accept;
  fields[15] = application;
  return edit([fields.join('|'), ...rest].join('\r'));
}

/** An application acknowledgment that asks for these. */
function acknowledging(id: string, accept: string, application: string): string {
  const [header] = asking(id, accept, application, (text) => text.replace(/ADT\^A28[^|]*/, 'ACK^A28^ACK')).split('\r');
  return `${header}\rMSA|AA|X1\r`;
}

const without = (text: string) => text.replace(/\rPID\|.*?\r/, '\rPID|1\r');

/** Sends a message and one behind it: the codes that came for the first on the connection, and at the EHR. */
async function codesFor(message: string) {
  const id = field(message, 'MSH', 10);
  const last = `last${++runs}`;
  bench.sender.write(`\x0b${message}\x1c\r\x0b${asking(last, 'AL', 'AL')}\x1c\r`);
  const own = (texts: readonly string[]) =>
    texts.filter((text) => field(text, 'MSA', 2) === id).map((text) => field(text, 'MSA', 1));
  await bench.sender.replies.until((texts) => texts.some((text) => field(text, 'MSA', 2) === last));
  await bench.ends.ehr.inbox.until((texts) => texts.some((text) => field(text, 'MSA', 2) === last));
  return { accept: own(bench.sender.replies.items), application: own(bench.ends.ehr.inbox.items) };
}

describe('enhanced mode', () => {
  it.each([
    ['AL', 'AL', ['CA'], ['AA']],
    ['NE', 'SU', [], ['AA']],
    ['ER', 'ER', [], []],
    ['SU', 'NE', ['CA'], []],
    ['AL', '', ['CA'], []],
    ['', 'AL', [], ['AA']],
  ])('a good message, MSH-15 "%s", MSH-16 "%s": %j on the connection, %j as a message', async (...row) => {
    const [accept, application, ...codes] = row;
    expect(Object.values(await codesFor(asking('m1', accept, application)))).toEqual(codes);
  });

  it.each([
    ['AL', 'AL', ['CA'], ['AE']],
    ['SU', 'SU', ['CA'], []],
    ['ER', 'ER', [], ['AE']],
  ])('a message that cannot be filed, MSH-15 "%s", MSH-16 "%s": %j, then %j', async (...row) => {
    const [accept, application, ...codes] = row;
    expect(Object.values(await codesFor(asking('m1', accept, application, without)))).toEqual(codes);
  });

  it.each([
    ['AL', ['CR']],
    ['ER', ['CR']],
    ['SU', []],
    ['NE', []],
  ])('a message of an unknown version, MSH-15 "%s": %j and nothing behind it', async (accept, codes) => {
    const unknown = (text: string) => text.replace('|2.5.1|', '|9.9|');
    expect(await codesFor(asking('m1', accept, 'AL', unknown))).toEqual({ accept: codes, application: [] });
  });

  it('an id that another message had: CE', async () => {
    await codesFor(asking('m1', 'AL', 'NE'));
    const { accept } = await codesFor(asking('m1', 'AL', 'AL', (text) => `${text}ZZZ|1\r`));
    expect(accept).toEqual(['CA', 'CE']);
  });

  it('the application acknowledgment asks for an accept acknowledgment, and comes again until it has it', async () => {
    bench.ends.ehr.answer = (message, nth) => (nth === 1 ? 'silent' : ack(message, 'CA'));
    await bench.sender.send(asking('m1', 'AL', 'AL'));
    const [first = '', second = ''] = await bench.ends.ehr.inbox.first(2);
    expect(second).toBe(first);
    expect([field(first, 'MSH', 15), field(first, 'MSH', 16), field(first, 'MSA', 2)]).toEqual(['AL', 'NE', 'm1']);
    expect(field(first, 'MSH', 10)).not.toBe('');
  });

  it('is given after a restart too, and once', async () => {
    bench.ends.ehr.answer = () => 'silent';
    await bench.sender.send(asking('m1', 'AL', 'AL'));
    await bench.ends.ehr.inbox.first(1);
    await bench.stop();
    bench.ends.ehr.answer = (message) => ack(message, 'CA');
    await bench.start();
    const [, second = ''] = await bench.ends.ehr.inbox.first(2);
    expect(field(second, 'MSA', 2)).toBe('m1');
  });

  it('goes back on the same connection to a sender whose listener nobody named', async () => {
    const stranger = asking('m1', 'AL', 'AL').replace('|EHR|', '|OTHER|');
    bench.sender.write(`\x0b${stranger}\x1c\r`);
    const [accept = '', application = ''] = await bench.sender.replies.first(2);
    expect([field(accept, 'MSA', 1), field(application, 'MSA', 1)]).toEqual(['CA', 'AA']);
    expect([field(application, 'MSH', 15), field(application, 'MSH', 16)]).toEqual(['NE', 'NE']);
  });

  it.each([
    ['', '', []],
    ['NE', 'NE', []],
    ['AL', 'NE', ['CA']],
    ['SU', '', ['CA']],
    ['AL', 'AL', ['CA']],
  ])(
    'an acknowledgment with MSH-15 "%s" and MSH-16 "%s" is accepted at most: %j',
    async (accept, application, codes) => {
      const answered = await codesFor(acknowledging('a1', accept, application));
      expect(answered).toEqual({ accept: codes, application: [] });
    },
  );
});
