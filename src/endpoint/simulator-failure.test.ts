import { expect, it } from 'vitest';
import { MessageClock } from '../base/clock.js';
import { realTimer } from '../base/timer.js';
import { Endpoint } from './endpoint.js';
import { ExchangeBook } from './exchange-book.js';
import type { Scene, Scenes } from './scene.js';
import type { Simulator } from './simulator.js';

it('a simulator that throws leaves a finding that blames the harness, and the endpoint goes on', () => {
  const startedAt = new Date('2026-03-01T08:00:00Z');
  const scene: Scene = {
    id: 's1',
    key: ['seed'],
    clock: new MessageClock(startedAt),
    startedAt,
    dialect: {},
    closed: false,
    claim: () => {},
  };
  const scenes: Scenes = { ofMessage: () => scene, current: () => scene };
  const simulator: Simulator<number, string> = {
    role: 'lis',
    initial: () => 0,
    keyOf: () => 'p1',
    step: (state, event) => {
      if (event.kind === 'command' && event.command === 'fail') throw new Error('no such test');
      return { state: state + 1, effects: [] };
    },
  };
  const timer = realTimer();
  const book = new ExchangeBook(() => {}, timer);
  const self = { application: 'LIS', facility: 'X' };
  const identity = { self, peer: self, processingId: 'T', version: '2.5.1', orderAnswer: 'own-message' } as const;
  const endpoint = new Endpoint({ simulator, identity, scenes, book, timer });
  expect(endpoint.command('fail', scene)).toEqual([]);
  endpoint.command('go on', scene);
  expect(endpoint.state('p1')).toBe(1);
  expect(book.findingsOf('s1')).toMatchObject([{ code: 'simulator-failed', category: 'Harness' }]);
});
