import { describe, expect, it } from 'vitest';
import { WaitingLine } from './waiting-line.js';

function offer(line: WaitingLine, arrival: number): boolean {
  const place = line.push();
  if (place !== undefined) place.arrival = arrival;
  return place !== undefined;
}

function take(line: WaitingLine): number | undefined {
  const arrival = line.first?.arrival;
  if (arrival !== undefined) line.shift();
  return arrival;
}

describe('WaitingLine', () => {
  it('is first come, first served, also when it grows while its ring has turned', () => {
    const line = new WaitingLine(1_000);
    const taken: (number | undefined)[] = [];
    for (let n = 0; n < 50; n++) offer(line, n);
    for (let n = 0; n < 40; n++) taken.push(take(line));
    for (let n = 50; n < 500; n++) offer(line, n);
    while (line.size > 0) taken.push(take(line));
    expect(taken).toEqual(Array.from({ length: 500 }, (_, n) => n));
    expect([line.first, line.size]).toEqual([undefined, 0]);
  });

  it('takes no more than its limit', () => {
    const line = new WaitingLine(100);
    expect(Array.from({ length: 103 }, (_, n) => offer(line, n)).filter(Boolean)).toHaveLength(100);
    take(line);
    expect([offer(line, 1), offer(line, 2)]).toEqual([true, false]);
  });

  it('holds as many as a system that answers nothing for minutes lets come together', () => {
    const line = new WaitingLine(1_000_000);
    for (let n = 0; n < 1_000_000; n++) offer(line, n);
    expect([line.size, take(line)]).toEqual([1_000_000, 0]);
  });
});
