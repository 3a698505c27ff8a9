import { realTimer, type Timer } from '../../base/timer.js';
import type { ActorConfig, Environment, ListenPoint, Target } from '../../config/config.js';
import { formatTarget } from '../../config/target.js';
import { dial } from '../../mllp/dial.js';
import { listen } from '../../mllp/server.js';
import { parted } from '../remedy.js';
import type { Check } from './check.js';

/** Tries every port of the environment: ours must be free, those of the system under test must answer. */
export async function checkLinks(environment: Environment): Promise<readonly Check[]> {
  const timer = realTimer(environment.timeScale);
  const actors = Object.values(environment.actors);
  const checks = actors.flatMap((actor) => [
    ...(actor.listen ? [checkListener(actor, actor.listen, timer)] : []),
    ...(actor.send ? [checkTarget(actor, actor.send, environment, timer)] : []),
  ]);
  return Promise.all(checks);
}

async function checkListener({ role }: ActorConfig, point: ListenPoint, timer: Timer): Promise<Check> {
  const name = `port of our ${role}`;
  const result = await listen({ host: point.host, port: point.port, timer }, { onEvent: () => {} });
  if (result.kind === 'failed') return { name, status: 'unreachable', ...trouble(result.message) };
  await result.server.close();
  return { name, status: 'ok', detail: `${formatTarget(point)} is free` };
}

async function checkTarget(actor: ActorConfig, target: Target, environment: Environment, timer: Timer): Promise<Check> {
  const name = `system under test for our ${actor.role}`;
  const options = {
    host: target.host,
    port: target.port,
    connectTimeoutMs: environment.timeouts.connectMs,
    timer,
    ...(target.tls && { tls: actor.tls ?? {} }),
  };
  const result = await dial(options, { onEvent: () => {} });
  if (result.kind === 'failed') return { name, status: 'unreachable', ...trouble(result.message) };
  result.connection.end();
  await result.connection.closed;
  return { name, status: 'ok', detail: `${formatTarget(target)} answers` };
}

function trouble(message: string): { readonly detail: string; readonly remedy: string } {
  const { what, remedy } = parted(message);
  return { detail: what, remedy };
}
