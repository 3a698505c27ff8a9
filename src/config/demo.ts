import { resolve } from 'node:path';
import type { Role } from '../endpoint/simulator.js';
import type { ActorConfig, Config, Environment } from './config.js';
import { identity } from './environment.js';
import { ROLES } from './schema.js';

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
  /** Default 0.02: the demo engine answers in milliseconds, so "12 seconds" of a scenario take 240 ms. */
  readonly timeScale?: number;
  readonly requirements?: Readonly<Record<string, string>>;
}

/** The configuration for the embedded demo engine, which stands between all four actors on this machine. */
export function demoConfig(options: DemoOptions): Config {
  return {
    folder: resolve(options.folder),
    sut: { name: 'Pipehat demo engine', ...(options.version !== undefined && { version: options.version }) },
    environment: demoEnvironment(options),
    environments: ['demo'],
    features: options.features,
    steps: [],
    profiles: options.profiles ?? [],
    results: resolve(options.folder, options.results ?? 'results'),
    requirements: options.requirements ?? {},
    extensions: { simulators: [], faults: [], reports: [] },
  };
}

function demoEnvironment(options: DemoOptions): Environment {
  return {
    name: 'demo',
    role: 'engine',
    operatedBy: 'itself',
    actors: Object.fromEntries(ROLES.map((role) => [role, demoActor(role, options)])),
    sutIdentity: identity('engine'),
    version: '2.5.1',
    charset: 'UNICODE UTF-8',
    processingId: 'T',
    // Nominal: two real seconds each at the usual scale, so that a busy machine does not look like a silent engine.
    acknowledgment: { mode: 'original', timeoutMs: 100_000 },
    timeouts: { connectMs: 100_000, expectationMs: 100_000, operatorMs: 300_000, idleMs: 3_600_000 },
    timeScale: options.timeScale ?? 0.02,
    connection: { mode: 'kept-open', depth: 1 },
    control: { commands: {}, timeoutMs: 30_000 },
  };
}

function demoActor(role: Role, options: DemoOptions): ActorConfig {
  return {
    role,
    identity: identity(role),
    send: { host: '127.0.0.1', port: options.inbound?.[role] ?? 0, tls: false },
    listen: { host: '127.0.0.1', port: options.listen?.[role] ?? 0, tls: false },
    orderAnswer: 'own-message',
    version: '2.5.1',
    charset: 'UNICODE UTF-8',
  };
}
