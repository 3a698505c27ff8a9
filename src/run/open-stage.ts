import { realTimer } from '../base/timer.js';
import type { Config } from '../config/config.js';
import { ownStandingFaults } from '../config/standing-faults.js';
import type { UsedAcknowledgmentIds } from '../conformance/acknowledgment.js';
import type { DefectName } from '../demo/defects.js';
import type { EngineTls } from '../demo/tls.js';
import { ExchangeBook } from '../endpoint/exchange-book.js';
import { linkNames } from '../endpoint/link.js';
import type { Role } from '../endpoint/simulator.js';
import type { LinkEvidence } from '../evidence/exchange.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { FAULTS } from '../faults/index.js';
import { Claims } from '../session/claims.js';
import type { AskTester, Players, Stage } from '../session/stage.js';
import { mindful } from '../session/sut-control.js';
import type { MessageValidation } from '../session/validation.js';
import { commandControl } from './command-control.js';
import { type DemoEngine, startDemoEngine } from './demo-engine.js';
import { type LoadedExtensions, NO_EXTENSIONS } from './extensions.js';
import { ownNetwork } from './own-network.js';
import { castPlayers, outboundLink } from './players.js';
import { unreachable } from './reach.js';
import { type SecuredParts, securing } from './secured-stage.js';
import { newLines, sizeOf } from './sut-log.js';

export interface StageOptions {
  readonly config: Config;
  readonly seed: string;
  readonly clock: Date;
  readonly append: (entry: JournalEntry) => void;
  readonly ask: AskTester;
  /** Starts the embedded demo engine as the system under test, with these defects switched on. */
  readonly demoDefects?: readonly DefectName[];
  /** URL of the module whose inbound side stands before the demo engine. */
  readonly demoStack?: string;
  /** How messages are judged by profiles; they are not where absent. */
  readonly validation?: MessageValidation;
  /** Simulators and faults of the project. */
  readonly extensions?: LoadedExtensions;
}

export interface OpenStage {
  readonly kind: 'open';
  readonly stage: Stage;
  readonly links: readonly LinkEvidence[];
  close(): Promise<void>;
}

/** What stopped the run before it began; nothing that was opened stays open. */
interface NotOpen {
  readonly kind: 'failed';
  readonly message: string;
  readonly remedy: string;
}

export type StageResult = OpenStage | NotOpen;

const ROLES: readonly Role[] = ['ehr', 'lis', 'ris', 'pharmacy'];
const LISTENERS = 'free the port, or choose another under "listen"; "pipehat doctor" shows what is taken';
const TARGETS = 'start it, or correct "send" in the configuration; "pipehat doctor" shows what answers';

/** Sets up what scenarios play on. */
export async function openStage(options: StageOptions): Promise<StageResult> {
  const { config, append, extensions = NO_EXTENSIONS } = options;
  const { environment } = config;
  const timer = realTimer(environment.timeScale);
  const book = new ExchangeBook(append, timer);
  const claims = new Claims(options.seed, options.clock);
  const around = { book, scenes: claims, timer, ...(options.validation && { validation: options.validation }) };
  const players = castPlayers({ environment, ...around }, extensions.simulators);
  const logAt = environment.log === undefined ? 0 : sizeOf(environment.log);
  armStandingFaults(players, options);
  const opened = await openLinks(players, options);
  if (opened.kind === 'failed') return opened;
  const { demo, links, close } = opened;
  const control = mindful(demo ?? commandControl(environment.control, realTimer()));
  const { seed, clock, ask, validation } = options;
  const faults = [...FAULTS, ...extensions.faults];
  const usedAcknowledgmentIds: UsedAcknowledgmentIds = new Map();
  const { expectationMs, operatorMs } = environment.timeouts;
  const facts = {
    sutRole: environment.role,
    operatedBy: environment.operatedBy,
    behaviour: environment.behaviour,
    expectationMs,
    operatorMs,
  };
  const plain: Stage = {
    players,
    book,
    claims,
    timer,
    control,
    faults,
    ask,
    append,
    usedAcknowledgmentIds,
    seed,
    clock,
    ...facts,
    sutLog: async () => demo?.log() ?? (environment.log === undefined ? undefined : newLines(environment.log, logAt)),
    ...(validation && { validation }),
  };
  const securedPlayers = (other: Config) => castPlayers({ environment: other.environment, ...around }, {});
  const security = securing({
    config,
    isDemo: demo !== undefined,
    plain,
    open: (other, tls) => openSecured(securedPlayers(other), { ...options, config: other }, tls),
  });
  return {
    kind: 'open',
    stage: { ...plain, secured: security.secured },
    links,
    close: async () => {
      await security.close();
      // A run that was stopped in the middle of a scenario leaves the user's system as it found it; ours ends anyway.
      if (!demo) for (const action of control.owed) await control.act(action);
      control.end();
      await close();
    },
  };
}

interface OpenLinks {
  readonly kind: 'links';
  readonly links: readonly LinkEvidence[];
  readonly demo: DemoEngine | undefined;
  close(): Promise<void>;
}

/** The listeners, then the system under test where it is ours, then the way to it, which is tried. */
async function openLinks(players: Players, options: StageOptions, tls?: EngineTls): Promise<OpenLinks | NotOpen> {
  const { config, demoDefects } = options;
  let demo: DemoEngine | undefined;
  const close = async (): Promise<void> => {
    for (const role of ROLES) await players[role]?.close();
    await demo?.close();
  };
  const fail = async (message: string, remedy: string): Promise<NotOpen> => {
    await close();
    return { kind: 'failed', message, remedy };
  };
  const taken = await openListeners(players);
  if (taken !== undefined) return fail(taken, LISTENERS);
  const defects = demoDefects ?? (config.environment.isDemoEngine ? [] : undefined);
  demo = defects && (await startDemo(players, defects, options));
  if (tls) await demo?.secure(tls);
  const links = connectPlayers(players, options, demo?.port);
  const silent = await unreachable(players, links);
  if (silent.length > 0) return fail(silent.join('\n         '), TARGETS);
  return { kind: 'links', links, demo, close };
}

/** The same for a second embedded engine, with TLS on every link. */
async function openSecured(players: Players, options: StageOptions, tls: EngineTls): Promise<SecuredParts | string> {
  const opened = await openLinks(players, options, tls);
  if (opened.kind === 'failed') return opened.message;
  const { demo, close } = opened;
  return demo ? { players, demo, close } : 'there is no embedded engine';
}

function armStandingFaults(players: Players, { config, seed, extensions = NO_EXTENSIONS }: StageOptions): void {
  for (const role of ROLES) {
    const actor = config.environment.actors[role];
    const own = actor ? ownStandingFaults(actor, extensions.faults).faults : [];
    for (const { fault, selection } of [...(actor?.faults ?? []), ...own])
      players[role]?.faults.stand(fault, [seed, role, 'standing'], selection);
  }
}

async function openListeners(players: Players): Promise<string | undefined> {
  for (const role of ROLES) {
    const result = await players[role]?.open();
    if (result?.kind === 'failed') return result.message;
  }
  return undefined;
}

function startDemo(
  players: Players,
  defects: readonly DefectName[],
  { config, demoStack }: StageOptions,
): Promise<DemoEngine> {
  const { timeScale } = config.environment;
  const deliver = ROLES.flatMap((role) => {
    const { port, standbyPort } = players[role] ?? {};
    const standby = standbyPort === undefined ? undefined : { host: '127.0.0.1', port: standbyPort };
    return port === undefined ? [] : [[role, { host: '127.0.0.1', port, ...(standby && { standby }) }]];
  });
  return startDemoEngine({
    deliver: Object.fromEntries(deliver),
    defects,
    timeScale,
    ...(demoStack && { stack: demoStack }),
  });
}

/** Gives each player its way out and names all links for the evidence. */
function connectPlayers(
  players: Players,
  { config, validation }: StageOptions,
  demoPort: number | undefined,
): readonly LinkEvidence[] {
  const { environment } = config;
  const lendAddress = ownNetwork();
  return ROLES.flatMap((role) => {
    const actor = environment.actors[role];
    const player = players[role];
    if (!actor || !player) return [];
    const names = linkNames(role);
    const links: LinkEvidence[] = [];
    if (actor.send) {
      const link = outboundLink(actor, actor.send, environment, {
        port: actor.send.port === 0 ? demoPort : undefined,
        validation,
      });
      player.connect(lendAddress ? { ...link, lendAddress } : link);
      links.push({
        name: names.outbound,
        from: role,
        to: 'sut',
        address: `${link.host}:${link.port}`,
        tls: actor.send.tls,
      });
    }
    if (actor.listen) {
      const address = `${actor.listen.host}:${player.port ?? actor.listen.port}`;
      links.push({ name: names.inbound, from: 'sut', to: role, address, tls: actor.listen.tls });
    }
    return links;
  });
}
