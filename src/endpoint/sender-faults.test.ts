import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import type { LinkFault } from './fault-box.js';
import { accept, farEnd, read } from './testdata/far-end.js';
import { type Played, played, settled } from './testdata/played.js';

/** Lets a fault of the catalogue strike the endpoint's links, as a scenario writes it. */
function suffer({ endpoint }: Played, text: string): void {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken' || parsed.fault.kind === 'sut') throw new Error(`${text} is no fault of a link`);
  endpoint.faults.add(parsed.fault as LinkFault, ['seed', 's1'], parsed.selection);
}

function ids(payloads: readonly string[]): readonly string[] {
  return payloads.map((payload) => read(Buffer.from(payload, 'latin1')).controlId);
}

describe('faults on what an endpoint sends', () => {
  it('byte-by-byte: the message arrives whole, and evidence names the fault on this message alone', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'byte-by-byte');
    const exchanges = await lis.send('s1-a', 's1-b');
    expect(exchanges.map(({ outcome, faults }) => [outcome, faults])).toEqual([
      ['acknowledged', ['byte-by-byte']],
      ['acknowledged', []],
    ]);
    expect(sut.payloads).toEqual(exchanges.map(({ raw }) => raw.toString('latin1')));
  });

  it('missing-end: the frame is never ended, nothing is acknowledged, and the next message has a connection of its own', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port, link: { replyTimeoutMs: 50 } });
    suffer(lis, 'missing-end');
    const exchanges = await lis.send('s1-a', 's1-b');
    expect(exchanges.map(({ outcome }) => outcome)).toEqual(['timed-out', 'acknowledged']);
    expect(ids(sut.payloads)).toEqual(['s1-b']);
    expect(sut.opened.length).toBe(2);
  });

  it('coalesced-frames: three messages leave in one write, each with an exchange and a reply of its own', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'coalesced-frames:frames=3');
    const exchanges = await lis.send('s1-a', 's1-b', 's1-c', 's1-d');
    expect(exchanges.map(({ outcome, reply }) => [outcome, reply?.controlId])).toEqual([
      ['acknowledged', 's1-a'],
      ['acknowledged', 's1-b'],
      ['acknowledged', 's1-c'],
      ['acknowledged', 's1-d'],
    ]);
    expect(ids(sut.payloads)).toEqual(['s1-a', 's1-b', 's1-c', 's1-d']);
    expect(lis.findings()).toEqual([]);
  });

  it('coalesced-frames: too few messages leave alone after a while, and a finding says so', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port, timeScale: 0.01, link: { replyTimeoutMs: 3_000_000 } });
    suffer(lis, 'coalesced-frames:frames=3');
    const exchanges = await lis.send('s1-a', 's1-b');
    expect(exchanges.map(({ outcome }) => outcome)).toEqual(['acknowledged', 'acknowledged']);
    expect(lis.findings()).toEqual(['s1 fault-lacked-messages']);
  });

  it('duplicate-control-id: the same bytes twice, each acknowledged', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'duplicate-control-id');
    const exchanges = await lis.send('s1-a');
    expect(exchanges.map(({ outcome, faults }) => [outcome, faults])).toEqual([
      ['acknowledged', ['duplicate-control-id']],
      ['acknowledged', ['duplicate-control-id']],
    ]);
    expect(sut.payloads[1]).toBe(sut.payloads[0]);
  });

  it('reset-before-ack: the message comes again on another connection, as one exchange', async () => {
    const connections: number[] = [];
    const sut = await farEnd((payload, connection) => {
      connections.push(connection.id);
      return accept(payload);
    });
    const lis = await played({ to: sut.port });
    suffer(lis, 'reset-before-ack:wait=1ms');
    const [exchange, ...others] = await lis.send('s1-a');
    expect([exchange?.outcome, exchange?.faults, others]).toEqual(['acknowledged', ['reset-before-ack'], []]);
    expect(new Set(ids(sut.payloads))).toEqual(new Set(['s1-a']));
    expect(new Set(connections).size).toBe(connections.length);
    expect(sut.opened.length).toBe(2);
  });

  it('strikes messages of one type alone where it says so', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'duplicate-control-id:type=ORU');
    await lis.send('s1-a');
    const result = read(Buffer.from('MSH|^~\\&|LIS|X|||20260301||ORU^R01|s1-b|T|2.5.1\rPID|1||p1\r'));
    await settled(lis.endpoint.send(result.raw, result, lis.scenes.scene('s1')));
    expect(ids(sut.payloads)).toEqual(['s1-a', 's1-b', 's1-b']);
  });

  it('is over when it is taken away', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'duplicate-control-id:on=every 1');
    await lis.send('s1-a');
    lis.endpoint.faults.clear();
    await lis.send('s1-b');
    expect(ids(sut.payloads)).toEqual(['s1-a', 's1-a', 's1-b']);
  });
});
