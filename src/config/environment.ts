import { resolve } from 'node:path';
import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';
import type { Role } from '../endpoint/simulator.js';
import { acknowledgmentPolicy } from './acknowledgment.js';
import { engineBehaviour } from './behaviour.js';
import type {
  Accounting,
  ActorConfig,
  ControlAction,
  ControlCommand,
  Environment,
  Identity,
  ListenPoint,
  SutRole,
} from './config.js';
import { profilePaths } from './profiles.js';
import { type RawActor, type RawEnvironment, ROLES } from './schema.js';
import { standingFaults } from './standing-faults.js';
import { tlsMaterial } from './tls-material.js';

const FACILITY = 'PHGH';

/** The names by which the actors go in MSH-3 and MSH-5 unless the config says otherwise. */
const APPLICATIONS: Readonly<Record<SutRole, string>> = {
  engine: 'ENGINE',
  ehr: 'EHR',
  lis: 'LIS',
  ris: 'RIS',
  pharmacy: 'PHARMACY',
};

interface Context {
  readonly name: string;
  readonly path: Path;
  readonly folder: string;
  /** Whether the project brings faults. */
  readonly hasOwnFaults: boolean;
  /** Certificates that cannot be read end up here. */
  readonly mistakes: Mistake[];
}

/** Fills the defaults in. The rules between keys were checked on the raw data before. */
export function resolveEnvironment(raw: RawEnvironment, context: Context): Environment {
  const { timeouts } = raw;
  return {
    name: context.name,
    role: raw.role,
    operatedBy: raw.operatedBy ?? (raw.role === 'engine' ? 'itself' : 'person'),
    actors: Object.fromEntries(
      ROLES.flatMap((role) => {
        const actor = raw.actors[role];
        return actor === undefined ? [] : [[role, resolveActor(role, actor, raw, context)]];
      }),
    ),
    sutIdentity: identity(raw.role, raw.sutIdentity),
    version: raw.version ?? '2.5.1',
    charset: raw.charset ?? 'UNICODE UTF-8',
    processingId: raw.processingId ?? 'T',
    behaviour: engineBehaviour(raw.behaviour),
    timeouts: {
      connectMs: timeouts?.connect ?? 5_000,
      expectationMs: timeouts?.expectation ?? 10_000,
      operatorMs: timeouts?.operator ?? 300_000,
      idleMs: timeouts?.idle ?? 30_000,
    },
    timeScale: raw.timeScale ?? 1,
    connection: { mode: raw.connection?.mode ?? 'kept-open', depth: raw.connection?.depth ?? 1 },
    control: { commands: commands(raw.control), timeoutMs: raw.control?.timeout ?? 30_000 },
    isDemoEngine: false,
    ...(raw.allow?.patientValues === true && { showsPatientValues: true as const }),
    ...(raw.accounting !== undefined && { accounting: accountingOf(raw.accounting) }),
    ...(raw.log !== undefined && { log: resolve(context.folder, raw.log) }),
  };
}

const LATE_MS = 60_000;

function accountingOf({
  identity = 'MSH-10',
  changes = [],
  late = LATE_MS,
  filters,
}: NonNullable<RawEnvironment['accounting']>): Accounting {
  return { identity, changes, lateMs: late, ...(filters && { filters }) };
}

function resolveActor(role: Role, actor: RawActor, raw: RawEnvironment, context: Context): ActorConfig {
  const listen = listenPoint(actor, raw.listenHost ?? '127.0.0.1');
  const secure = actor.send?.tls === true || listen?.tls === true;
  const layers = [
    { raw: raw.tls, path: [...context.path, 'tls'] },
    { raw: actor.tls, path: [...context.path, 'actors', role, 'tls'] },
  ];
  const faults = standingFaults(
    actor.faults ?? [],
    { sends: actor.send !== undefined, receives: actor.listen !== undefined },
    [...context.path, 'actors', role, 'faults'],
    context.mistakes,
    context.hasOwnFaults,
  );
  return {
    role,
    identity: identity(role, actor),
    ...(actor.send !== undefined && { send: actor.send }),
    ...(listen !== undefined && { listen }),
    ...(actor.standby !== undefined && { standbyPort: actor.standby }),
    orderAnswer: actor.orderAnswer ?? (raw.role === 'engine' ? 'own-message' : 'same-connection'),
    version: actor.version ?? raw.version ?? '2.5.1',
    charset: actor.charset ?? raw.charset ?? 'UNICODE UTF-8',
    acknowledgment: {
      send: acknowledgmentPolicy('send', raw.acknowledgment, actor.acknowledgment),
      listen: acknowledgmentPolicy('listen', raw.acknowledgment, actor.acknowledgment),
    },
    faults: faults.faults,
    ownFaults: faults.own,
    ...(actor.profiles !== undefined && { profiles: profilePaths(actor.profiles, context.folder) }),
    ...(secure && { tls: tlsMaterial(layers, context.folder, context.mistakes) }),
  };
}

function listenPoint(actor: RawActor, defaultHost: string): ListenPoint | undefined {
  return actor.listen === undefined ? undefined : { host: defaultHost, ...actor.listen };
}

export function identity(
  role: SutRole,
  given: { readonly application?: string | undefined; readonly facility?: string | undefined } = {},
): Identity {
  return { application: given.application ?? APPLICATIONS[role], facility: given.facility ?? FACILITY };
}

function commands(control: RawEnvironment['control']): Partial<Record<ControlAction, ControlCommand>> {
  const { timeout: _, ...given } = control ?? {};
  return Object.fromEntries(Object.entries(given).filter(([, command]) => command !== undefined));
}
