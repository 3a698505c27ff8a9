import { resolve } from 'node:path';
import type { Role } from '../endpoint/simulator.js';
import { usualAcknowledgment } from './acknowledgment.js';
import { engineBehaviour } from './behaviour.js';
import type { ActorConfig, Config, Environment } from './config.js';
import { identity } from './environment.js';
import { ROLES } from './schema.js';

/** How long anything may take that the demo engine does in milliseconds. */
const PATIENCE_MS = 160_000;

/** The name of the engine in the evidence. */
export const DEMO_ENGINE = 'Pipehat demo engine';

export interface DemoOptions {
  /** Folder for results and relative paths. */
  readonly folder: string;
  readonly features: readonly string[];
  readonly profiles?: readonly string[];
  readonly results?: string;
  /** Version of Pipehat, for the evidence. */
  readonly version?: string;
  /** Ports of the engine that is running already, by actor. Absent: 0, to be filled in once it listens. */
  readonly inbound?: Readonly<Partial<Record<Role, number>>>;
  /** Ports of our listeners. Absent: any free one. */
  readonly listen?: Readonly<Partial<Record<Role, number>>>;
  /** Default 0.05: the demo engine answers in milliseconds, so "12 seconds" of a scenario take 600 ms. */
  readonly timeScale?: number;
  readonly requirements?: Readonly<Record<string, string>>;
}

/** The whole configuration for `pipehat demo`: the demo engine stands between all four actors on this machine. */
export function demoConfig(options: DemoOptions): Config {
  return {
    folder: resolve(options.folder),
    sut: { name: DEMO_ENGINE, ...(options.version !== undefined && { version: options.version }) },
    environment: demoEnvironment('demo', options),
    environments: ['demo'],
    features: options.features,
    steps: [],
    profiles: options.profiles ?? ['pipehat:'],
    validation: { severity: 'default', otherwise: 'base', errors: 'fail' },
    results: resolve(options.folder, options.results ?? 'results'),
    requirements: options.requirements ?? {},
    extensions: { simulators: [], faults: [], reports: [], functions: [] },
  };
}

interface EnvironmentOptions extends Pick<DemoOptions, 'inbound' | 'listen'> {
  readonly timeScale?: number | undefined;
}

export function demoEnvironment(name: string, options: EnvironmentOptions): Environment {
  return {
    name,
    role: 'engine',
    operatedBy: 'itself',
    actors: Object.fromEntries(ROLES.map((role) => [role, demoActor(role, options)])),
    sutIdentity: identity('engine'),
    version: '2.5.1',
    charset: 'UNICODE UTF-8',
    processingId: 'T',
    behaviour: engineBehaviour(undefined),
    // Nominal: eight real seconds each at the usual scale, so that a busy machine or disk does not look like a silent engine.
    timeouts: { connectMs: PATIENCE_MS, expectationMs: PATIENCE_MS, operatorMs: 300_000, idleMs: 3_600_000 },
    timeScale: options.timeScale ?? 0.05,
    connection: { mode: 'kept-open', depth: 1 },
    control: { commands: {}, timeoutMs: 30_000 },
    // It redirects what comes under a number that was given up.
    accounting: { identity: 'MSH-10', changes: ['PID-3'], lateMs: 60_000, filters: [] },
    isDemoEngine: true,
  };
}

function demoActor(role: Role, options: EnvironmentOptions): ActorConfig {
  const acknowledgment = usualAcknowledgment(PATIENCE_MS);
  return {
    role,
    identity: identity(role),
    send: { host: '127.0.0.1', port: options.inbound?.[role] ?? 0, tls: false },
    listen: { host: '127.0.0.1', port: options.listen?.[role] ?? 0, tls: false },
    standbyPort: 0,
    orderAnswer: 'own-message',
    version: '2.5.1',
    charset: 'UNICODE UTF-8',
    acknowledgment: { send: acknowledgment, listen: acknowledgment },
    faults: [],
    ownFaults: [],
  };
}
