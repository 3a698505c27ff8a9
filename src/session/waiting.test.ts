import { describe, expect, it } from 'vitest';
import { pause, realTimer } from '../base/timer.js';
import { ExchangeBook } from '../endpoint/exchange-book.js';
import { HandTimer } from '../mllp/testdata/hand-timer.js';
import { waitFor } from './waiting.js';

/** A wait of ten seconds, on a timer that the test moves, and how often its question was asked. */
function waiting<T>(probe: () => T | undefined) {
  const timer = new HandTimer();
  const book = new ExchangeBook(() => {}, timer);
  const asked = { times: 0 };
  const found = waitFor(book, timer, 10_000, () => {
    asked.times++;
    return probe();
  });
  return { timer, book, asked, found };
}

describe('waiting for something to happen', () => {
  it('ends at once where it has happened already', async () => {
    const { found, asked, timer } = waiting(() => 'there');
    expect(await found).toBe('there');
    timer.pass(20_000);
    expect(asked.times).toBe(1);
  });

  it('ends with the event that brings it, whatever the time is', async () => {
    let value: string | undefined;
    const { found, book, asked } = waiting(() => value);
    book.changed();
    value = 'there';
    book.changed();
    expect(await found).toBe('there');
    expect(asked.times).toBe(3);
  });

  it('does not ask while nothing happens, and never again when it is over', async () => {
    let value: string | undefined;
    const { found, book, asked, timer } = waiting(() => value);
    timer.pass(9_999);
    expect(asked.times).toBe(1);
    value = 'there';
    book.changed();
    await found;
    book.changed();
    timer.pass(20_000);
    expect(asked.times).toBe(2);
  });

  it('ends with nothing at its deadline', async () => {
    const { found, book, asked, timer } = waiting(() => undefined);
    timer.pass(10_000);
    expect(await found).toBeUndefined();
    book.changed();
    expect(asked.times).toBe(1);
  });

  it('ends later by as much as this process was held up', async () => {
    let isThere = false;
    const { found, timer, book } = waiting(() => (isThere ? 'there' : undefined));
    const from = performance.now();
    while (performance.now() - from < 300);
    await pause(realTimer(), 30);
    timer.pass(10_000);
    isThere = true;
    book.changed();
    expect(await found).toBe('there');
  });

  it('fails where the question itself fails', async () => {
    let broken = false;
    const { found, book } = waiting(() => {
      if (broken) throw new Error('no such path');
      return undefined;
    });
    broken = true;
    book.changed();
    await expect(found).rejects.toThrow('no such path');
  });
});
