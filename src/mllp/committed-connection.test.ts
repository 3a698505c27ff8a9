import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../base/timer.js';
import { committing } from './committed-connection.js';
import { listen } from './server.js';
import { openClient, text, told } from './testdata/client-kit.js';
import { openServer } from './testdata/open-server.js';
import { Recorder } from './testdata/recorder.js';
import type { WirePlan } from './wire-plan.js';

const ACK = '\x06';
const NAK = '\x15';

/** A far end that commits as told: for each frame of content the payloads that it writes. */
async function farEnd(
  answers: (payload: string, nth: number) => readonly string[],
): Promise<Recorder & { port: number }> {
  const recorder = new Recorder(
    (payload, _connection, nth): WirePlan => answers(payload.toString(), nth).flatMap((each) => text(each)),
  );
  const { port } = await openServer(recorder);
  return Object.assign(recorder, { port });
}

const commit = { attempts: 3, timeoutMs: 5_000 };

describe('a client of MLLP Release 2', () => {
  it('waits for the commit, takes the reply as content of its own, and commits it', async () => {
    const sut = await farEnd((payload) => (payload === 'a' ? [ACK, 're a'] : []));
    const { client, unsolicited } = openClient(sut.port, { commit });
    expect(told(await client.request(Buffer.from('a')))).toBe('re a');
    await sut.until(() => sut.events.some((event) => event.kind === 'commit'));
    expect(unsolicited).toEqual([]);
  });

  it('writes a refused frame again, so often as is agreed, and then gives the connection up', async () => {
    const sut = await farEnd((payload, nth) =>
      payload === 'a' && nth < 3 ? [NAK] : payload === 'a' ? [ACK, 're a'] : [NAK],
    );
    const { client } = openClient(sut.port, { commit });
    expect(told(await client.request(Buffer.from('a')))).toBe('re a');
    expect(sut.payloads).toEqual(['a', 'a', 'a']);
    expect(told(await client.request(Buffer.from('b')))).toBe('lost');
    expect(sut.payloads.filter((payload) => payload === 'b')).toHaveLength(3);
  });

  it('writes a frame again that is not committed in time', async () => {
    const sut = await farEnd((_, nth) => (nth === 1 ? [] : [ACK, 're a']));
    const { client } = openClient(sut.port, { commit: { attempts: 2, timeoutMs: 30 } });
    expect(told(await client.request(Buffer.from('a')))).toBe('re a');
    expect(sut.payloads).toEqual(['a', 'a']);
  });
});

describe('a listener of MLLP Release 2', () => {
  it('commits each frame before it answers, and answers the next when its own content was committed', async () => {
    const timer = realTimer();
    const inner = new Recorder((payload) => text(`re ${payload}`));
    const listening = await listen({ port: 0, timer }, committing(inner, commit, timer).handlers);
    if (listening.kind === 'failed') throw new Error(listening.message);
    onTestFinished(() => listening.server.abort());
    const { client } = openClient(listening.server.port, { commit, depth: 2 });
    const replies = await Promise.all(['a', 'b'].map((payload) => client.request(Buffer.from(payload))));
    expect(replies.map(told)).toEqual(['re a', 're b']);
    expect(inner.events.filter(({ kind }) => kind === 'commit')).toEqual([]);
  });
});
