import type { Config } from '../config/config.js';
import { securedDemo } from '../config/secured.js';
import type { EngineTls } from '../demo/tls.js';
import type { Players, SecuredStage, Stage } from '../session/stage.js';
import { mindful } from '../session/sut-control.js';
import type { DemoEngine } from './demo-engine.js';

/** An embedded engine with its players, on links that are secured. */
export interface SecuredParts {
  readonly players: Players;
  readonly demo: DemoEngine;
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  /** Whether the embedded engine is the system under test. */
  readonly isDemo: boolean;
  readonly plain: Stage;
  /** Opens listeners, the engine and the ways to it for an environment; a sentence where that cannot be. */
  readonly open: (config: Config, tls: EngineTls) => Promise<SecuredParts | string>;
}

interface Securing {
  readonly secured: () => Promise<SecuredStage>;
  close(): Promise<void>;
}

/**
 * The stage on which every link is secured. For the embedded engine it is a second engine with players of its own, made when the
 * first scenario asks for it; a system of the user's is as its configuration says.
 */
export function securing({ config, isDemo, plain, open }: Parts): Securing {
  let made: Promise<SecuredStage> | undefined;
  let closing = async (): Promise<void> => {};
  const make = async (): Promise<SecuredStage> => {
    const { environment, engine } = await securedDemo(config.environment);
    const opened = await open({ ...config, environment }, engine);
    if (typeof opened === 'string') return { kind: 'none', reason: opened };
    closing = opened.close;
    return {
      kind: 'secured',
      stage: { ...plain, players: opened.players, control: mindful(opened.demo), sutLog: () => opened.demo.log() },
    };
  };
  const asConfigured = async (): Promise<SecuredStage> => {
    const isSecured = Object.values(config.environment.actors).some(({ send, listen }) => send?.tls || listen?.tls);
    if (isSecured) return { kind: 'secured', stage: plain };
    return { kind: 'none', reason: 'no link is secured; write mllps:// under "send" and "listen", and tls:' };
  };
  return {
    secured: () => (made ??= isDemo ? make() : asConfigured()),
    close: () => closing(),
  };
}
