import { runningClock } from '../base/clock.js';
import type { Scene, Scenes } from '../endpoint/scene.js';

/** The one scene of a simulator that acts by itself: everything belongs to it. */
export function soloScene(seed: string, start: Date): Scenes {
  const scene: Scene = {
    id: 'simulate',
    key: [seed, 'simulate'],
    clock: runningClock(start),
    startedAt: start,
    dialect: {},
    closed: false,
    claim: () => {},
  };
  return { ofMessage: () => scene, current: () => scene };
}
