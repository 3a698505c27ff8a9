import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import type { LinkFault } from './fault-box.js';
import { accept, farEnd } from './testdata/far-end.js';
import { type Played, played } from './testdata/played.js';

function suffer({ endpoint }: Played, text: string): void {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join());
  endpoint.faults.add(parsed.fault as LinkFault, ['seed', 's1'], parsed.selection);
}

describe('connections beside that of a message', () => {
  it('slow-and-many: all stand side by side when the message arrives, and leave when it is answered', async () => {
    let standing = 0;
    const sut = await farEnd((payload) => {
      standing = sut.opened.filter(({ isOpen }) => isOpen).length;
      return accept(payload);
    });
    const lis = await played({ to: sut.port });
    suffer(lis, 'slow-and-many:connections=30,gap=0ms,rate=1000');
    const [exchange] = await lis.send('s1-a');
    expect([exchange?.outcome, exchange?.faults, standing]).toEqual(['acknowledged', ['slow-and-many'], 31]);
    await sut.until(() => sut.closes.length === 30);
    expect(lis.wire()).toContain('30 connections beside it, 0 refused');
  });

  it('half-open: the old connection goes silent in mid-frame and stays, the message comes on another', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'half-open:for=10m');
    const [exchange] = await lis.send('s1-a');
    expect(exchange?.outcome).toBe('acknowledged');
    expect(sut.opened.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    await lis.endpoint.close();
    await sut.until(() => sut.closes.length === 2);
  });

  it('half-open: the old connection leaves after its time', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port, timeScale: 0.001 });
    suffer(lis, 'half-open:variant=idle,for=30s');
    await lis.send('s1-a');
    await sut.until(() => sut.closes.length === 1);
  });

  it('nothing is opened while it is off', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    suffer(lis, 'slow-and-many:times=0');
    await lis.send('s1-a');
    expect(sut.opened.length).toBe(1);
  });
});
