import { describe, expect, it } from 'vitest';
import { Channel } from './channel.js';
import type { FrameEvent } from './frame-event.js';
import type { ReplyResult } from './reply-result.js';
import { correlate, told } from './testdata/client-kit.js';
import { HandTimer } from './testdata/hand-timer.js';
import { wholeFrame } from './wire-plan.js';

/** What can happen to two requests: each is sent, answered, answered once more, and its time runs out. */
const EVENTS = ['send a', 're a', 're a again', 'time-out a', 'send b', 're b', 're b again', 'time-out b'] as const;
type Happening = (typeof EVENTS)[number];

/** Every order of the events in which a request is sent before its time runs out, and a before b. */
function orders(
  left: readonly Happening[] = EVENTS,
  done: readonly Happening[] = [],
): readonly (readonly Happening[])[] {
  if (left.length === 0) return [done];
  const isReady = (event: Happening): boolean => {
    const [what, key] = event.split(' ');
    if (event === 'send b') return done.includes('send a');
    if (what === 'time-out') return done.includes(`send ${key}` as Happening);
    return !event.endsWith('again') || done.includes(`re ${key}` as Happening);
  };
  return left.filter(isReady).flatMap((event) =>
    orders(
      left.filter((other) => other !== event),
      [...done, event],
    ),
  );
}

/** Plays one order on a channel: what became of each request, and every frame that was credited to none. */
function play(order: readonly Happening[], { correlated } = { correlated: true }) {
  const hand = new HandTimer();
  const stray: FrameEvent[] = [];
  const results: Record<string, ReplyResult> = {};
  const channel = new Channel({
    timer: hand,
    correlate: correlated ? correlate : undefined,
    onUnsolicited: (event) => stray.push(event),
    onFree: () => {},
  });
  channel.attach({
    isOpen: true,
    post: (_plan, done) => done('written'),
    end: () => {},
    reset: () => {},
    closed: new Promise(() => {}),
  });
  const deadlines = deadlinesOf(order);
  for (const [at, event] of order.entries()) {
    const [what, key = ''] = event.split(' ');
    const payload = Buffer.from(key);
    hand.pass(at - hand.now());
    const settle = (result: ReplyResult) => void Object.assign(results, { [key]: result });
    const replyTimeoutMs = (deadlines[key] ?? 0) - at;
    if (what === 'send')
      channel.send({ payload, plan: wholeFrame(payload), expectReply: true, replyTimeoutMs, settle });
    if (what === 're')
      channel.handlers.onEvent({ kind: 'frame', payload: Buffer.from(`re ${key}`), offset: 0 }, {} as never);
  }
  return { results, stray };
}

/** The time of each time-out, by the place of the event in the order. */
function deadlinesOf(order: readonly Happening[]): Readonly<Record<string, number>> {
  return { a: order.indexOf('time-out a'), b: order.indexOf('time-out b') };
}

/** By the order alone: a request is answered by a reply of its own between the two ends of its time, or not at all. */
function isAnswered(order: readonly Happening[], key: 'a' | 'b'): boolean {
  const own = order.slice(order.indexOf(`send ${key}`), order.indexOf(`time-out ${key}`));
  return own.some((event) => event.startsWith(`re ${key}`));
}

describe('a reply that comes late, early or twice', () => {
  const all = orders();

  it('can come in 1,260 orders, and where nothing correlates it is credited wrongly in some', () => {
    expect(new Set(all.map((order) => order.join())).size).toBe(1_260);
    const wrong = all.filter((order) => {
      const { results } = play(order, { correlated: false });
      return results['b']?.kind === 'reply' && told(results['b']) === 're a';
    });
    expect(wrong.length).toBeGreaterThan(0);
  });

  it('is never the reply to the other request, in any order of sending, answers, repetitions and time-outs', () => {
    for (const order of all) {
      const { results } = play(order);
      for (const key of ['a', 'b'] as const) {
        const result = results[key];
        if (isAnswered(order, key)) expect(result && told(result), order.join(', ')).toBe(`re ${key}`);
        else expect(result?.kind, order.join(', ')).toMatch(/^(timed-out|uncorrelated)$/);
      }
    }
  });

  it('is told exactly once, whatever it is taken for', () => {
    for (const order of all) {
      const { results, stray } = play(order);
      const other = Object.values(results).flatMap((result) => ('other' in result ? result.other : []));
      const credited = Object.values(results).filter(({ kind }) => kind === 'reply').length;
      expect(credited + stray.length + other.length, order.join(', ')).toBe(4);
    }
  });
});
