import type { Asker } from './reply.js';
import type { Scene } from './scene.js';

/** When and for whom a simulator takes an event. */
export interface Moment {
  readonly scene: Scene;
  readonly now: Date;
  /** Who waits for a reply; absent where nobody does. */
  readonly asker?: Asker;
}
