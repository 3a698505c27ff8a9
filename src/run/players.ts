import { ehr, lis, pharmacy, ris } from '../../simulators/index.js';
import type { Timer } from '../base/timer.js';
import type { ActorConfig, Environment, ListenPoint, Target } from '../config/config.js';
import { Endpoint } from '../endpoint/endpoint.js';
import type { ExchangeBook } from '../endpoint/exchange-book.js';
import type { AcknowledgmentPolicy, InboundLink, OutboundLink } from '../endpoint/link.js';
import type { Scenes } from '../endpoint/scene.js';
import type { Simulator } from '../endpoint/simulator.js';
import type { Players } from '../session/stage.js';
import type { MessageValidation } from '../session/validation.js';
import type { LoadedExtensions } from './extensions.js';

/** What every endpoint of a run shares. */
export interface Surroundings {
  readonly environment: Environment;
  readonly book: ExchangeBook;
  readonly scenes: Scenes;
  readonly timer: Timer;
  /** When profiles foresee acknowledgments; always where absent. */
  readonly validation?: MessageValidation;
}

/** One endpoint for each actor that the environment gives to Pipehat; the project's own simulators come first. */
export function castPlayers(surroundings: Surroundings, own: LoadedExtensions['simulators']): Players {
  const { actors } = surroundings.environment;
  // What states a project's simulator holds, and which commands it takes, only its own steps know.
  const play = <S, C>(actor: ActorConfig, usual: () => Simulator<S, C>) =>
    endpointFor(actor, (own[actor.role] as (() => Simulator<S, C>) | undefined)?.() ?? usual(), surroundings);
  return {
    ...(actors.ehr && { ehr: play(actors.ehr, ehr) }),
    ...(actors.lis && { lis: play(actors.lis, lis) }),
    ...(actors.ris && { ris: play(actors.ris, ris) }),
    ...(actors.pharmacy && { pharmacy: play(actors.pharmacy, pharmacy) }),
  };
}

/** One actor's simulator on its links; also what `pipehat simulate` runs. */
export function endpointFor<S, C>(
  actor: ActorConfig,
  simulator: Simulator<S, C>,
  around: Surroundings,
): Endpoint<S, C> {
  const { environment, book, scenes, timer } = around;
  return new Endpoint({
    simulator,
    book,
    scenes,
    timer,
    identity: {
      self: actor.identity,
      peer: environment.sutIdentity,
      processingId: environment.processingId,
      version: actor.version,
      orderAnswer: actor.orderAnswer,
      ...(actor.charset !== '' && { charset: actor.charset }),
    },
    ...(actor.listen && { inbound: inbound(actor.listen, actor, around) }),
  });
}

/** The way from an actor to the system under test. `port` stands in where the configuration could not know it (the demo engine). */
export function outboundLink(
  actor: ActorConfig,
  target: Target,
  environment: Environment,
  more: { readonly port?: number | undefined; readonly validation?: MessageValidation | undefined } = {},
): OutboundLink {
  const { tls } = actor;
  return {
    host: target.host,
    port: more.port ?? target.port,
    ...(target.tls && { tls: tls ?? {} }),
    ...(tls?.laboratory && { laboratory: tls.laboratory }),
    connection: environment.connection.mode,
    depth: environment.connection.depth,
    connectTimeoutMs: environment.timeouts.connectMs,
    replyTimeoutMs: actor.acknowledgment.send.timeoutMs,
    ...agreements(actor.acknowledgment.send),
    acknowledgment: policy(actor, 'send', more.validation),
  };
}

function inbound(point: ListenPoint, actor: ActorConfig, { environment, validation }: Surroundings): InboundLink {
  const { tls } = actor;
  return {
    host: point.host,
    port: point.port,
    ...(actor.standbyPort !== undefined && { standbyPort: actor.standbyPort }),
    ...(point.tls && tls?.cert && tls.key && { tls: { ...tls, cert: tls.cert, key: tls.key } }),
    ...(tls?.laboratory && { laboratory: tls.laboratory }),
    idleInFrameMs: environment.timeouts.idleMs,
    ...agreements(actor.acknowledgment.listen),
    acknowledgment: policy(actor, 'listen', validation),
  };
}

/** What the two ends have agreed besides the mode. */
function agreements({ commit, sequence, partBytes }: ActorConfig['acknowledgment']['send']) {
  return { ...(commit && { commit }), ...(sequence && { sequence }), ...(partBytes !== undefined && { partBytes }) };
}

function policy(
  { role, acknowledgment }: ActorConfig,
  direction: 'send' | 'listen',
  validation: MessageValidation | undefined,
): AcknowledgmentPolicy {
  const { mode, request, applicationOn, applicationDelayMs } = acknowledgment[direction];
  if (mode === 'enhanced') return { mode, request, applicationOn, applicationDelayMs };
  return mode === 'original' && validation ? { mode, due: (message) => validation.dueFor(role, message) } : { mode };
}
