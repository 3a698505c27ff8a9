import { describe, expect, it } from 'vitest';
import type { Finding } from '../evidence/finding.js';
import { RecentFindings } from './recent-findings.js';

/** Tells how often it was asked. */
class Judge {
  asked = 0;
  readonly ask = (): readonly Finding[] => {
    this.asked++;
    const message = `judgement ${this.asked}`;
    return [{ section: 'content', classification: 'Error', category: 'Test', code: 'test', message }];
  };
}

describe('messages that were judged before', () => {
  it('are not judged again while their bytes are the same', () => {
    const [recent, judge] = [new RecentFindings(), new Judge()];
    const first = recent.of(Buffer.from('MSH|A\r'), judge.ask);
    expect(recent.of(Buffer.from('MSH|A\r'), judge.ask)).toBe(first);
    expect(judge.asked).toBe(1);
  });

  it('are others where one byte differs', () => {
    const [recent, judge] = [new RecentFindings(), new Judge()];
    recent.of(Buffer.of(0x4d, 0xe4), judge.ask);
    recent.of(Buffer.of(0x4d, 0xe5), judge.ask);
    expect(judge.asked).toBe(2);
  });

  it('are forgotten, the oldest first, and large ones are not kept', () => {
    const [recent, judge] = [new RecentFindings(), new Judge()];
    for (let n = 0; n < 257; n++) recent.of(Buffer.from(`MSH|${n}`), judge.ask);
    recent.of(Buffer.from('MSH|256'), judge.ask);
    expect(judge.asked).toBe(257);
    recent.of(Buffer.from('MSH|0'), judge.ask);
    expect(judge.asked).toBe(258);
    const large = Buffer.alloc(20_000, 'A');
    recent.of(large, judge.ask);
    recent.of(large, judge.ask);
    expect(judge.asked).toBe(260);
  });
});
