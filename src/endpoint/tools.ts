import { mint } from '../base/mint.js';
import { rng } from '../base/rng.js';
import type { Message } from '../hl7/message.js';
import { parseTimestamp } from '../hl7/timestamp.js';
import type { Scene } from './scene.js';
import type { Role, SimulatorTools } from './simulator.js';

/** Who the simulator is on its links, and in which dialect it speaks. */
export type Identity = Omit<SimulatorTools, 'now' | 'mint' | 'random'>;

const ROLE_LETTER: Readonly<Record<Role, string>> = { ehr: 'E', lis: 'L', ris: 'R', pharmacy: 'P' };
const REACTION_MS = 1_000;
const TRUSTED_AHEAD_MS = 24 * 3_600_000;

export function toolsFor(role: Role, identity: Identity, scene: Scene, now: Date): SimulatorTools {
  return {
    ...identity,
    ...scene.dialect,
    now,
    mint(what, ...entity) {
      const id = mint(`${ROLE_LETTER[role]}${what.charAt(0).toUpperCase()}`, 12, ...scene.key, role, what, ...entity);
      scene.claim(id);
      return id;
    },
    random: (...purpose) => rng(...scene.key, role, ...purpose),
  };
}

/**
 * The message time of a reaction: one second after the trigger's own MSH-7, so that it does not depend on when the
 * message happened to arrive. A system under test that stamps messages with its own clock gets the scenario's time.
 */
export function reactionTime(trigger: Message, scene: Scene): Date {
  const stamped = parseTimestamp(trigger.get('MSH-7') ?? '')
    ?.toDate(0)
    ?.getTime();
  const start = scene.startedAt.getTime();
  const end = scene.clock.now().getTime() + TRUSTED_AHEAD_MS;
  if (stamped === undefined || stamped < start || stamped > end) return scene.clock.now();
  return new Date(stamped + REACTION_MS);
}
