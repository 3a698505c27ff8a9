import { describe, expect, it } from 'vitest';
import type { FaultDefinition } from '../faults/definition.js';
import { HONEST_REPLY } from '../faults/fault.js';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { FaultBox, type LinkFault } from './fault-box.js';
import { caller, farEnd, update } from './testdata/far-end.js';
import { played, settled } from './testdata/played.js';

const ON_LINKS = FAULTS.map((definition) => definition as FaultDefinition).filter(
  (definition) => definition.make().kind !== 'sut',
);
/** Those that can be made without certificates. */
const PLAIN = ON_LINKS.filter(({ name }) => !name.endsWith('-tls'));

function made(text: string) {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join());
  return { fault: parsed.fault as LinkFault, selection: parsed.selection };
}

describe.each(['times=0', 'on=0'])('%s: nothing is touched', (off) => {
  it.each(ON_LINKS.map(({ name }) => name))('%s', async (name) => {
    const { fault, selection } = made(`${name}:${off}`);
    const box = new FaultBox();
    box.add(fault, ['seed'], selection);
    const message = update('s1-a');
    const parcel = { raw: message.raw, message, scene: (await played()).scenes.scene('s1'), faults: [] };
    expect(box.outgoing(parcel)).toEqual([parcel]);
    expect(box.outgoing(parcel)[0]).toBe(parcel);
    expect(box.reply(message, message.raw)).toEqual({ plan: HONEST_REPLY, faults: [] });
  });

  it.each(ON_LINKS.filter((one) => one.make().kind === 'listener').map(({ name }) => name))(
    '%s, on what is received',
    async (name) => {
      const lis = await played({ standby: true });
      const { fault, selection } = made(`${name}:${off}`);
      lis.endpoint.faults.add(fault, ['seed'], selection);
      const sut = await caller(lis.port);
      await sut.connection.write(wholeFrame(update('s1-a').serialize()));
      await sut.until(() => sut.payloads.length === 1);
      expect(lis.book.of('s1').map(({ outcome, faults }) => [outcome, faults])).toEqual([['acknowledged', []]]);
    },
  );
});

describe('an endpoint that is closed ends what its faults are about to do', () => {
  it.each(PLAIN.filter((one) => one.make().kind !== 'listener').map(({ name }) => name))('%s', async (name) => {
    const sut = await farEnd(() => undefined);
    const lis = await played({ to: sut.port });
    const { fault, selection } = made(name);
    lis.endpoint.faults.add(fault, ['seed'], selection);
    const ids = Array.from({ length: Math.max(1, 'together' in fault ? fault.together : 1) }, (_, n) => `s1-${n}`);
    const posted = lis.endpoint.command({ send: ids }, lis.scenes.scene('s1'));
    await sut.until(() => sut.opened.length > 0);
    await lis.endpoint.close();
    const ended = await settled(posted);
    expect(ended.map(({ outcome }) => outcome)).not.toContain(undefined);
    await sut.until(() => sut.closes.length === sut.opened.length);
  });

  it.each(PLAIN.filter((one) => one.make().kind === 'listener').map(({ name }) => name))('%s', async (name) => {
    const lis = await played({ standby: true });
    const sut = await caller(lis.port);
    const { fault, selection } = made(name);
    lis.endpoint.faults.add(fault, ['seed'], selection);
    sut.connection.post(wholeFrame(update('s1-a').serialize()), () => {});
    await lis.endpoint.close();
    await sut.until(() => sut.closes.length === 1);
  });
});
