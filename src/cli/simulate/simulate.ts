import { PATHWAYS, type Pathway } from '../../../simulators/pathways.js';
import { wallClock } from '../../base/clock.js';
import { usualAcknowledgment } from '../../config/acknowledgment.js';
import type { ActorConfig, Environment } from '../../config/config.js';
import { demoConfig } from '../../config/demo.js';
import { loadConfig } from '../../config/load.js';
import { formatProblems } from '../../config/problem.js';
import type { LinkFault } from '../../endpoint/fault-box.js';
import type { Role } from '../../endpoint/simulator.js';
import type { FaultDefinition } from '../../faults/definition.js';
import { FAULTS } from '../../faults/index.js';
import { parseFault } from '../../faults/parse-fault.js';
import type { Selection } from '../../faults/selection.js';
import { sideOf } from '../../faults/side.js';
import { simulate } from '../../run/simulate.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { projectExtensions } from '../extensions.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { refuseFastOptions, simulateFast } from './fast.js';
import type { SimulateFlags } from './options.js';
import { traffic } from './traffic.js';
import { type WaysOut, waysOut } from './ways-out.js';

const ROLES: readonly Role[] = ['ehr', 'lis', 'ris', 'pharmacy'];
const REPLY_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Plays one role until Ctrl-C. Throws OperatorError. */
export async function simulateRole(word: string, flags: SimulateFlags, terminal: Terminal): Promise<ExitCode> {
  const role = ROLES.find((name) => name === word);
  if (role === undefined)
    throw new OperatorError(EXIT.usage, `there is no role "${word}"`, `roles: ${ROLES.join(', ')}`);
  if (flags.pathway === 'help') return listPathways(terminal);
  if (flags.fast === true) return simulateFast(role, flags, terminal);
  refuseFastOptions(flags);
  const pathway = pathwayFor(role, flags.pathway);
  const known = await knownFaults(flags.config);
  const ways = waysOut(role, flags);
  const actor = actorFor(role, flags, ways);
  const interrupt = watchInterrupt();
  const playing = await simulate({
    actor,
    departments: ways.departments,
    pathway,
    environment: environmentFor(actor),
    seed: flags.seed,
    clock: wallClock(),
    paceMs: flags.pace,
    patients: flags.patients ?? Number.POSITIVE_INFINITY,
    atOnce: flags.atOnce,
    faults: (flags.fault ?? []).map((text) => linkFault(text, flags, known)),
    onEntry: traffic(terminal),
  });
  if (playing.kind === 'failed')
    throw new OperatorError(EXIT.infrastructure, playing.message, 'choose another --listen port');
  const where = playing.port === undefined ? '' : `, listening on mllp://127.0.0.1:${playing.port}`;
  terminal.out(
    `${role} plays "${pathway.name}": ${pathway.says}${where}${flags.to ? `, sending to ${flags.to.join(', ')}` : ''}`,
  );
  await Promise.race([interrupt.requested, playing.walked]);
  await playing.close();
  interrupt.release();
  return EXIT.passed;
}

function pathwayFor(role: Role, name: string | undefined): Pathway {
  const own = PATHWAYS.filter((pathway) => pathway.role === role);
  const found = own.find((pathway) => name === undefined || pathway.name === name);
  if (found) return found;
  const names = own.map((pathway) => pathway.name).join(', ');
  throw new OperatorError(
    EXIT.usage,
    `--pathway: the ${role} has no pathway "${name}"`,
    `pathways of the ${role}: ${names}`,
  );
}

function listPathways(terminal: Terminal): ExitCode {
  for (const { role, name, says } of PATHWAYS) terminal.out(`${role.padEnd(9)} ${name.padEnd(11)} ${says}`);
  return EXIT.passed;
}

function actorFor(role: Role, flags: SimulateFlags, { send }: WaysOut): ActorConfig {
  if (flags.to === undefined && flags.listen === undefined) {
    throw new OperatorError(
      EXIT.usage,
      'the simulator has no link',
      'give --listen <port>, --to mllp://host:port, or both',
    );
  }
  if (role === 'ehr' && flags.to === undefined)
    throw new OperatorError(EXIT.usage, 'an EHR acts first, and has nowhere to send', 'give --to mllp://host:port');
  const acknowledgment = usualAcknowledgment(REPLY_TIMEOUT_MS);
  return {
    role,
    identity: { application: flags.application ?? role.toUpperCase(), facility: flags.facility },
    orderAnswer: flags.orderAnswer,
    version: flags.hl7Version,
    charset: 'UNICODE UTF-8',
    acknowledgment: { send: acknowledgment, listen: acknowledgment },
    faults: [],
    ownFaults: [],
    ...(send && { send }),
    ...(flags.listen !== undefined && { listen: { host: '127.0.0.1', port: flags.listen, tls: false } }),
  };
}

/** A system on its own, in real time. */
function environmentFor(actor: ActorConfig): Environment {
  const { environment } = demoConfig({ folder: process.cwd(), features: [], timeScale: 1 });
  return {
    ...environment,
    actors: { [actor.role]: actor },
    timeouts: { ...environment.timeouts, connectMs: CONNECT_TIMEOUT_MS },
  };
}

/** Those of Pipehat, and those of the project whose configuration is named. */
async function knownFaults(config: string | undefined): Promise<readonly FaultDefinition[]> {
  if (config === undefined) return FAULTS;
  const result = loadConfig(config);
  if (result.kind === 'config') return [...FAULTS, ...(await projectExtensions(result.config)).faults];
  throw new OperatorError(
    EXIT.usage,
    `--config: it cannot be used\n${formatProblems(result.problems)}`,
    'mend the places named above',
  );
}

function linkFault(
  text: string,
  flags: SimulateFlags,
  known: readonly FaultDefinition[],
): { readonly fault: LinkFault; readonly selection: Selection } {
  const parsed = parseFault(text, known);
  if (parsed.kind === 'mistaken')
    throw new OperatorError(EXIT.usage, `--fault: ${parsed.mistakes.join('; ')}`, 'write name:parameter=value');
  const { fault, selection } = parsed;
  if (fault.kind === 'sut')
    throw new OperatorError(
      EXIT.usage,
      `--fault: ${fault.name} strikes the system under test, not a link`,
      'choose another fault',
    );
  const side = sideOf(fault);
  const needed = side === 'sends' ? 'to' : 'listen';
  if (flags[needed] === undefined)
    throw new OperatorError(
      EXIT.usage,
      `--fault: ${fault.name} strikes what a system ${side}, and this one has no --${needed}`,
      `add --${needed}, or choose another fault`,
    );
  return { fault, selection };
}
