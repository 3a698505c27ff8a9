import { describe, expect, it } from 'vitest';
import { wholeFrame } from '../mllp/wire-plan.js';
import { accept, caller, farEnd, update } from './testdata/far-end.js';
import { played } from './testdata/played.js';

describe('the listener', () => {
  it('goes away with its connections and comes back on the same port', async () => {
    const lis = await played();
    const { port } = lis;
    const before = await caller(port);
    await lis.endpoint.shut();
    expect((await before.connection.closed).kind).toBe('reset');
    await expect(caller(port)).rejects.toThrow('nothing listens there');
    expect(lis.endpoint.port).toBe(port);
    expect(await lis.endpoint.open()).toEqual({ kind: 'open' });
    expect(await lis.endpoint.open()).toEqual({ kind: 'open' });
    const after = await caller(port);
    await after.connection.write(wholeFrame(update('s1-a').serialize()));
    await after.until(() => after.payloads.length === 1);
  });

  it('opens and shuts in the order in which it is told to, also when nobody waits', async () => {
    const lis = await played();
    const done = [lis.endpoint.shut(), lis.endpoint.open(), lis.endpoint.shut(), lis.endpoint.open()];
    expect((await Promise.all(done)).filter(Boolean)).toEqual([{ kind: 'open' }, { kind: 'open' }]);
    await caller(lis.port);
  });

  it('says what is wrong where its port is taken', async () => {
    const first = await played();
    await first.endpoint.shut();
    await farEnd(accept, first.port);
    const result = await first.endpoint.open();
    expect(result).toMatchObject({ kind: 'failed', message: expect.stringContaining(`127.0.0.1:${first.port}`) });
  });
});

describe('reach', () => {
  it('connects once and closes', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    expect(await lis.endpoint.reach()).toBeUndefined();
    await sut.until(() => sut.closes.length === 1);
    expect([sut.opened.length, sut.closes[0]?.kind, sut.events]).toEqual([1, 'ended', []]);
    expect(lis.entries).toEqual([]);
  });

  it('says why the system under test cannot be reached', async () => {
    const gone = await played();
    await gone.endpoint.shut();
    const lis = await played({ to: gone.port });
    expect(await lis.endpoint.reach()).toContain(`Cannot connect to 127.0.0.1:${gone.port}: nothing listens there`);
  });
});
