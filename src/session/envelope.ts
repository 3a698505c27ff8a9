import { mint } from '../base/mint.js';
import type { Role } from '../endpoint/simulator.js';
import type { Envelope } from '../messages/facts.js';
import type { Session } from './session.js';

/** The header of a message that a scenario sends past a simulator, in the simulator's name. `entity` keys its control id. */
export function envelopeFor(session: Session, role: Role, entity: string): Envelope {
  const { self, peer, processingId, version, charset } = session.player(role).identity;
  const controlId = mint('X', 13, ...session.scene.key, role, entity, session.cast.next());
  session.scene.claim(controlId);
  const spoken = { version, ...(charset !== undefined && { charset }), ...session.scene.dialect };
  return { sender: self, receiver: peer, at: session.scene.clock.now(), controlId, processingId, ...spoken };
}
