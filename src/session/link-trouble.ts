import type { Role } from '../endpoint/simulator.js';
import { type ParsedFault, parseFault } from '../faults/parse-fault.js';
import { type Side, sideOf } from '../faults/side.js';
import { passBarrier } from './delivery.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError, Untestable } from './trouble.js';

/**
 * Lets a fault strike a simulator's links: `late-acknowledgment:delay=12s`, the next message unless it says otherwise. What
 * the scenario has sent before is let arrive first: "next" is meant from here. `side` is where it must strike; either where absent.
 */
export async function suffer(session: Session, role: Role, text: string, side?: Side): Promise<void> {
  const { fault, selection } = read(parseFault(text, session.stage.faults));
  const struck = sideOf(fault);
  if (fault.kind === 'sut') throw new HarnessError(`${fault.name} strikes the system under test, not a link`);
  if (side !== undefined && struck !== side) throw new HarnessError(otherSide(fault.name, role, struck));
  const key = [...session.scene.key, 'fault', role, session.cast.next()];
  if (fault.kind === 'listener' && role !== 'ehr' && session.hasSent) await passBarrier(session, role);
  session.player(role).faults.add(fault, key, selection);
}

function read(parsed: ParsedFault): Extract<ParsedFault, { kind: 'fault' }> {
  if (parsed.kind === 'fault') return parsed;
  const reason = parsed.mistakes.join('; ');
  throw parsed.isUntestable ? new Untestable(reason) : new HarnessError(reason);
}

function otherSide(fault: string, role: Role, struck: Side): string {
  const [what, remedy] =
    struck === 'sends'
      ? [`what the ${ROLE_NAMES[role]} sends`, 'from']
      : [`what the ${ROLE_NAMES[role]} receives`, 'to'];
  return `${fault} strikes ${what}: write "the link ${remedy} the ${ROLE_NAMES[role]} suffers ..."`;
}
