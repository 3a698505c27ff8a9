import type { Role } from '../endpoint/simulator.js';
import { parseFault } from '../faults/parse-fault.js';
import { passBarrier } from './delivery.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/**
 * Lets a fault strike a simulator's links: `late-acknowledgment:delay=12s`, the next message unless it says otherwise. What
 * the scenario has sent before is let arrive first: "next" is meant from here.
 */
export async function suffer(session: Session, role: Role, text: string): Promise<void> {
  const parsed = parseFault(text, session.stage.faults);
  if (parsed.kind === 'mistaken') throw new HarnessError(parsed.mistakes.join('; '));
  if (parsed.fault.kind === 'sut')
    throw new HarnessError(`${parsed.fault.name} strikes the system under test, not a link`);
  const key = [...session.scene.key, 'fault', role, session.cast.next()];
  if (parsed.fault.kind === 'listener' && role !== 'ehr' && session.hasSent) await passBarrier(session, role);
  session.player(role).faults.add(parsed.fault, key, parsed.selection);
}
