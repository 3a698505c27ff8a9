import { describe, expect, it, onTestFinished } from 'vitest';
import { pause, realTimer } from '../../base/timer.js';
import { Assembly, readChunk } from './chunks.js';
import { deliver } from './deliver.js';
import type { Kept, Link } from './link.js';
import { openLink } from './open-link.js';
import { HAS_NATS, NatsServer } from './testdata/nats.js';
import { Watched } from './watched.js';

async function linkTo(server: NatsServer): Promise<Link> {
  const opening = await openLink({ servers: server.address, name: 'test' });
  if (opening.kind === 'failed') throw new Error(opening.message);
  onTestFinished(() => opening.link.close());
  return opening.link;
}

/** Everything that was and will be stored under a subject. */
class Heard extends Watched {
  readonly messages: Kept[] = [];

  constructor(link: Link, filter: string) {
    super();
    onTestFinished(
      link.follow(filter, (message) => {
        this.messages.push(message);
        this.changed();
      }),
    );
    onTestFinished(() => this.close());
  }

  get texts(): readonly string[] {
    return this.messages.map(({ bytes }) => Buffer.from(bytes).toString());
  }

  count(least: number): Promise<true> {
    return this.until(() => (this.messages.length >= least ? true : undefined));
  }
}

describe.skipIf(!HAS_NATS)('the link to a real NATS server (skipped without nats-server)', () => {
  it('stores what is said, and tells all of it to whoever comes later', async () => {
    const link = await linkTo(await NatsServer.started());
    for (const n of [1, 2, 3]) await link.keep('pipehat.load.a.told', { n });
    await link.keep('pipehat.load.b.told', { n: 9 });
    const heard = new Heard(link, 'pipehat.load.a.>');
    await heard.count(3);
    await link.keep('pipehat.load.a.told', { n: 4 });
    await heard.count(4);
    expect(heard.texts).toEqual([1, 2, 3, 4].map((n) => `{"n":${n}}`));
  });

  it('lets one of several win a place', async () => {
    const link = await linkTo(await NatsServer.started());
    const claims = ['a', 'b', 'c'].map((agent) => link.keep('pipehat.load.a.claim', { agent }, { after: 0 }));
    expect((await Promise.all(claims)).filter((isFirst) => isFirst)).toHaveLength(1);
    const heard = new Heard(link, 'pipehat.load.a.>');
    await heard.count(1);
    const after = heard.messages[0]?.sequence ?? 0;
    expect(await link.keep('pipehat.load.a.claim', {}, { after: after + 1 })).toBe(false);
    expect(await link.keep('pipehat.load.a.claim', {}, { after })).toBe(true);
  });

  it('delivers what is larger than a message, and the same again only once', async () => {
    const link = await linkTo(await NatsServer.started());
    const bytes = Buffer.alloc(3_000_000, 'a result ');
    const delivery = { subject: 'pipehat.load.a.result', id: 'r', agent: 'me', bytes, patienceMs: 1_000 };
    expect([await deliver(link, delivery), await deliver(link, delivery)]).toEqual([undefined, undefined]);
    await link.keep('pipehat.load.a.last', {});
    const heard = new Heard(link, 'pipehat.load.a.>');
    await heard.until(() => heard.messages.find(({ subject }) => subject.endsWith('.last')));
    const pieces = heard.messages.slice(0, -1);
    expect(pieces).toHaveLength(6);
    const assembly = new Assembly();
    const wholes = pieces.map((piece) => {
      const chunk = readChunk(piece.chunk, piece.bytes);
      return chunk && assembly.take(chunk);
    });
    expect(Buffer.compare(Buffer.from(wholes.at(-1) ?? []), bytes)).toBe(0);
    expect(new Set(pieces.map(({ agent }) => agent))).toEqual(new Set(['me']));
  });

  it('goes on where it was when the server comes back', async () => {
    const server = await NatsServer.started();
    const link = await linkTo(server);
    const heard = new Heard(link, 'pipehat.load.a.>');
    const changes: boolean[] = [];
    link.onChange((isUp) => changes.push(isUp));
    await link.keep('pipehat.load.a.told', { n: 1 });
    await heard.count(1);
    await server.kill();
    while (link.state.isUp) await pause(realTimer(), 20);
    const delivery = { subject: 'pipehat.load.a.told', id: 'x', agent: 'me', bytes: Buffer.from('2') };
    const trouble = await deliver(link, { ...delivery, patienceMs: 0 });
    expect(trouble).toBeTypeOf('string');
    const late = deliver(link, { ...delivery, patienceMs: 20_000 });
    await server.start();
    expect(await late).toBeUndefined();
    await heard.count(2);
    expect(heard.texts).toEqual(['{"n":1}', '2']);
    expect(changes).toEqual([false, true]);
  });

  it('asks, and is answered or not', async () => {
    const link = await linkTo(await NatsServer.started());
    expect(await link.ask('pipehat.ping.a', {}, 1_000)).toBeUndefined();
    const stop = link.answer('pipehat.ping.a', (bytes) => ({ heard: JSON.parse(Buffer.from(bytes).toString()) }));
    const said = await link.ask('pipehat.ping.a', { n: 7 }, 5_000);
    expect(Buffer.from(said ?? []).toString()).toBe('{"heard":{"n":7}}');
    stop();
  });
});
