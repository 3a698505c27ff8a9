import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import type { LinkFault } from './fault-box.js';
import { caller, farEnd, update } from './testdata/far-end.js';
import { type Played, played } from './testdata/played.js';

/** Nominal for ever: a test that waits for it never ends. */
const LONG = '10m';

function suffer({ endpoint }: Played, text: string): void {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join());
  endpoint.faults.add(parsed.fault as LinkFault, ['seed', 's1'], parsed.selection);
}

/** Lets whatever is under way on this machine's sockets happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('slow-reader', () => {
  it('reads no further than it is told, all of it afterwards, and is in evidence on this message alone', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    suffer(lis, `slow-reader:offset=20,for=${LONG}`);
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    await settle();
    expect(lis.book.of('s1')).toEqual([]);
    lis.endpoint.faults.clear();
    const first = await lis.until(() => lis.book.of('s1')[0]);
    expect([first.faults, first.raw.equals(update('s1-a').serialize())]).toEqual([['slow-reader'], true]);
    await sut.connection.write(wholeFrame(update('s1-b').serialize()));
    const second = await lis.until(() => lis.book.of('s1')[1]);
    expect(second.faults).toEqual([]);
    await sut.until(() => sut.payloads.length === 2);
  });

  it('goes on by itself after its time', async () => {
    const lis = await played({ timeScale: 0.001 });
    const sut = await caller(lis.port);
    suffer(lis, 'slow-reader:for=60s');
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(lis.book.of('s1')[0]?.faults).toEqual(['slow-reader']);
  });

  it('does nothing while it is off', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    suffer(lis, `slow-reader:times=0,for=${LONG}`);
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(lis.book.of('s1')[0]?.faults).toEqual([]);
  });

  it('holds up one connection and no other', async () => {
    const lis = await played();
    const [held, free] = [await caller(lis.port), await caller(lis.port)];
    suffer(lis, `slow-reader:for=${LONG}`);
    await held.connection.write(wholeFrame(update('s1-a').serialize()));
    await settle();
    await free.connection.write(wholeFrame(update('s1-b').serialize()));
    await free.until(() => free.payloads.length === 1);
    expect(held.payloads).toEqual([]);
  });
});

describe('unread-acks', () => {
  it('takes the acknowledgment only when it reads again', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port, timeScale: 0.01 });
    suffer(lis, 'unread-acks:for=5s,copies=3');
    const [exchange] = await lis.send('s1-a');
    expect([exchange?.outcome, exchange?.faults]).toEqual(['acknowledged', ['unread-acks']]);
    expect(sut.payloads).toEqual(Array.from({ length: 3 }, () => exchange?.raw.toString('latin1')));
  });

  it('ends with its connection', async () => {
    const sut = await farEnd((_payload, connection) => {
      connection.reset();
      return undefined;
    });
    const lis = await played({ to: sut.port });
    suffer(lis, `unread-acks:for=${LONG}`);
    const sent = lis.send('s1-a');
    await sut.until(() => sut.payloads.length === 1);
    await lis.endpoint.close();
    expect((await sent)[0]?.outcome).toBe('connection-lost');
  });
});

describe('fail-over', () => {
  it('the first address dies with its connections, the second answers for the same system, and the first comes back', async () => {
    const lis = await played({ standby: true, timeScale: 0.01 });
    const standby = lis.endpoint.standbyPort ?? 0;
    const first = await caller(lis.port);
    suffer(lis, 'fail-over:for=2s');
    await first.until(() => first.closes.length === 1);
    const second = await caller(standby);
    await second.connection.write(wholeFrame(update('s1-a').serialize()));
    await second.until(() => second.payloads.length === 1);
    expect(lis.book.of('s1').map(({ outcome }) => outcome)).toEqual(['acknowledged']);
    lis.endpoint.faults.clear();
    expect(await lis.endpoint.open()).toEqual({ kind: 'open' });
    const again = await caller(lis.port);
    await again.connection.write(wholeFrame(update('s1-b').serialize()));
    await again.until(() => again.payloads.length === 1);
  });

  it('a system that is down answers on neither', async () => {
    const lis = await played({ standby: true });
    const [first, second] = [await caller(lis.port), await caller(lis.endpoint.standbyPort ?? 0)];
    await lis.endpoint.shut();
    await Promise.all([first, second].map((one) => one.until(() => one.closes.length === 1)));
  });
});
