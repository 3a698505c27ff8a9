import { expect, it } from 'vitest';
import { parseSutEvent } from './sut-event.js';

it.each([
  ['kill:at=30s,for=2s', { action: 'kill', at: { kind: 'time', ms: 30_000 }, forMs: 2_000 }],
  ['cut-off:at=5000 messages', { action: 'cut-off', at: { kind: 'count', messages: 5_000 }, forMs: 1_000 }],
  [' pause : at = 1 message , for = 250ms', { action: 'pause', at: { kind: 'count', messages: 1 }, forMs: 250 }],
])('reads %s', (text, event) => {
  expect(parseSutEvent(text)).toEqual({ kind: 'event', event });
});

it.each([
  ['explode:at=1s', /names nothing that can be done/],
  ['kill', /names nothing/],
  ['kill:for=1s', /does not say when/],
  ['kill:at=soon', /does not say when/],
  ['kill:at=1s,for=ages', /for how long/],
  ['kill:at=1s,times=3', /no parameter "times"/],
])('says what is wrong with %s', (text, what) => {
  expect(parseSutEvent(text)).toMatchObject({ kind: 'mistake', what: expect.stringMatching(what) });
});
