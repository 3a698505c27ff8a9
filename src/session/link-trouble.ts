import type { LinkFault } from '../endpoint/fault-box.js';
import type { Role } from '../endpoint/simulator.js';
import type { Fault } from '../faults/fault.js';
import { type ParsedFault, parseFault } from '../faults/parse-fault.js';
import { type Side, sideOf } from '../faults/side.js';
import { passBarrier } from './delivery.js';
import { ROLE_NAMES, type Session } from './session.js';
import { strikingSut } from './sut-trouble.js';
import { FeatureMistake, Untestable } from './trouble.js';

/**
 * Lets a fault strike a simulator's links: `late-acknowledgment:delay=12s`, the next message unless it says otherwise. What
 * the scenario has sent before is let arrive first: "next" is meant from here. `side` is where it must strike; either where absent.
 * One on the system under test strikes when the simulator sends.
 */
export async function suffer(session: Session, role: Role, text: string, side?: Side): Promise<void> {
  const { fault, selection } = read(parseFault(text, session.stage.faults));
  const struck = fault.kind === 'sut' ? 'sends' : sideOf(fault);
  if (side !== undefined && struck !== side) throw new FeatureMistake(otherSide(fault.name, role, struck));
  const player = session.player(role);
  const lacking = whatIsLacking(fault, player, role);
  if (lacking !== undefined) throw new Untestable(`${fault.name}: ${lacking}`);
  const unsecured = fault.kind === 'sut' ? undefined : player.lacksForTls(fault);
  if (unsecured !== undefined) throw new Untestable(`${fault.name}: ${unsecured}`);
  const link: LinkFault = fault.kind === 'sut' ? strikingSut(session, fault) : fault;
  const key = [...session.scene.key, 'fault', role, session.cast.next()];
  if (fault.kind === 'listener' && role !== 'ehr' && session.hasSent) await passBarrier(session, role);
  player.faults.add(link, key, selection);
}

function read(parsed: ParsedFault): Extract<ParsedFault, { kind: 'fault' }> {
  if (parsed.kind === 'fault') return parsed;
  const reason = parsed.mistakes.join('; ');
  throw parsed.isUntestable ? new Untestable(reason) : new FeatureMistake(reason);
}

interface Links {
  readonly standbyPort: number | undefined;
  readonly outbound: readonly { readonly lendAddress?: unknown }[];
}

/** What the environment does not have and the fault needs. */
function whatIsLacking(fault: Fault, links: Links, role: Role): string | undefined {
  if (fault.kind === 'listener' && fault.at === 'port' && fault.keepsStandby && links.standbyPort === undefined)
    return `the ${ROLE_NAMES[role]} has no second address; give it one in pipehat.config.yaml: actors.${role}.standby`;
  if (fault.kind === 'connection' && fault.company?.losesPackets && links.outbound.some((link) => !link.lendAddress))
    return NO_NETWORK;
  return undefined;
}

const NO_NETWORK =
  'packets can be lost only in a network namespace of our own (Linux: unshare --net --map-root-user, with "ip link set lo up", and the system under test in it too); use variant=in-frame or variant=idle';

function otherSide(fault: string, role: Role, struck: Side): string {
  const [what, remedy] =
    struck === 'sends'
      ? [`what the ${ROLE_NAMES[role]} sends`, 'from']
      : [`what the ${ROLE_NAMES[role]} receives`, 'to'];
  return `${fault} strikes ${what}: write "the link ${remedy} the ${ROLE_NAMES[role]} suffers ..."`;
}
