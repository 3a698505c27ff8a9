import { describe, expect, it } from 'vitest';
import { lis } from '../../simulators/lis.js';
import { realTimer } from '../base/timer.js';
import type { ActorConfig, Environment, TlsMaterial } from '../config/config.js';
import { demoConfig } from '../config/demo.js';
import { ExchangeBook } from '../endpoint/exchange-book.js';
import { castPlayers, endpointFor, outboundLink } from './players.js';
import { soloScene } from './solo-scene.js';

const environment: Environment = demoConfig({ folder: '/', features: [], timeScale: 0.5 }).environment;

function around(given: Environment = environment) {
  const timer = realTimer();
  return { environment: given, timer, book: new ExchangeBook(() => {}, timer), scenes: soloScene('1', new Date(0)) };
}

function actor(role: 'ehr' | 'lis'): ActorConfig {
  const found = environment.actors[role];
  if (found === undefined) throw new Error('the demo plays every role');
  return found;
}

describe('the players of a run', () => {
  it('are those that the environment gives to Pipehat', () => {
    expect(Object.keys(castPlayers(around(), {}))).toEqual(['ehr', 'lis', 'ris', 'pharmacy']);
    const only = { ...environment, actors: { ehr: actor('ehr') } };
    expect(Object.keys(castPlayers(around(only), {}))).toEqual(['ehr']);
  });

  it('go by the names of the configuration, and speak as it says', () => {
    const own: ActorConfig = {
      ...actor('lis'),
      identity: { application: 'LAB^1.2^ISO', facility: 'WEST' },
      version: '2.4',
    };
    const { identity } = endpointFor(own, lis(), around());
    expect(identity).toMatchObject({
      self: { application: 'LAB^1.2^ISO', facility: 'WEST' },
      peer: { application: 'ENGINE', facility: 'PHGH' },
      processingId: 'T',
      version: '2.4',
      charset: 'UNICODE UTF-8',
      orderAnswer: 'own-message',
    });
    expect(endpointFor({ ...own, charset: '' }, lis(), around()).identity).not.toHaveProperty('charset');
  });

  it('are played by simulators of the project first', () => {
    const mine = { ...lis(), initial: () => ({ mine: true }) };
    const players = castPlayers(around(), { lis: () => mine as never });
    expect(players.lis?.state('anybody')).toEqual({ mine: true });
  });

  it('that do not listen have no port', async () => {
    const { listen: _listen, ...sender } = actor('lis');
    const endpoint = endpointFor(sender, lis(), around());
    expect(await endpoint.open()).toEqual({ kind: 'open' });
    expect(endpoint.port).toBeUndefined();
    await endpoint.close();
  });
});

describe('the way to the system under test', () => {
  const target = { host: 'engine.example', port: 2575, tls: false };
  const material: TlsMaterial = { ca: 'PEM', serverName: 'hub', requireClientCertificate: false };

  it('has the times and the manner of the environment', () => {
    const given: Environment = { ...environment, connection: { mode: 'per-message', depth: 4 } };
    expect(outboundLink(actor('ehr'), target, given)).toEqual({
      host: 'engine.example',
      port: 2575,
      connection: 'per-message',
      depth: 4,
      connectTimeoutMs: environment.timeouts.connectMs,
      replyTimeoutMs: actor('ehr').acknowledgment.send.timeoutMs,
      acknowledgment: { mode: 'original' },
    });
  });

  it('goes to the port of the demo engine, which no configuration knows', () => {
    expect(outboundLink(actor('ehr'), { ...target, port: 0 }, environment, { port: 4711 }).port).toBe(4711);
  });

  it('is secure where the address says so, with the certificates of the actor if it has any', () => {
    const secure = { ...target, tls: true };
    expect(outboundLink({ ...actor('ehr'), tls: material }, secure, environment).tls).toEqual(material);
    expect(outboundLink(actor('ehr'), secure, environment).tls).toEqual({});
    expect(outboundLink({ ...actor('ehr'), tls: material }, target, environment)).not.toHaveProperty('tls');
  });
});
