import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, startEngine } from './engine.js';
import { addPerson, adt, merge, msh, OTHER, order, PATIENT, result } from './testdata/messages.js';
import { ack, FarEnd, field, Sender } from './testdata/raw-peer.js';

let dataDir: string;
let engine: Engine;
let sender: Sender;
let lis: FarEnd;
let ehr: FarEnd;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
  lis = await FarEnd.open();
  ehr = await FarEnd.open();
  await start();
});
afterEach(async () => {
  await stop();
  await lis.close();
  await ehr.close();
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  const at = (end: FarEnd) => ({ host: '127.0.0.1', port: end.port });
  engine = await startEngine({ port: 0, dataDir, deliver: { lis: at(lis), ehr: at(ehr) }, timeScale: 0.05 });
  sender = new Sender(engine.port);
}

async function stop(): Promise<void> {
  sender.close();
  await engine.stop();
}

const msa = (reply: string): string =>
  `${field(reply, 'MSA', 1)} ${field(reply, 'ERR', 2)} ${field(reply, 'ERR', 3).slice(0, 3)}`.trim();

describe('the engine', () => {
  it('answers AA and delivers the very bytes, in order', async () => {
    const sent = [addPerson(), order('P1'), order('P2')];
    for (const message of sent) expect(msa(await sender.send(message))).toBe('AA');
    expect(await lis.inbox.first(3)).toEqual(sent);
  });

  it('answers a repeated message as before and delivers it once', async () => {
    const first = addPerson({ id: 'SAME' });
    expect(msa(await sender.send(first))).toBe('AA');
    expect(msa(await sender.send(first))).toBe('AA');
    await sender.send(order('P1', 'NW', { id: 'NEXT' }));
    const delivered = await lis.inbox.first(2);
    expect(delivered.map((message) => field(message, 'MSH', 10))).toEqual(['SAME', 'NEXT']);
    expect(engine.status()).toMatchObject({ repeated: 1, stored: 2 });
  });

  it('refuses other content under a control id that was used, but not from another sender', async () => {
    await sender.send(addPerson({ id: 'X' }));
    expect(msa(await sender.send(order('P1', 'NW', { id: 'X' })))).toBe('AE MSH^1^10 205');
    expect(msa(await sender.send(order('P1', 'NW', { id: 'X', sender: 'OTHER|WEST' })))).toBe('AA');
  });

  it('does not remember the id of a message that it refused', async () => {
    expect(msa(await sender.send(order('P1', 'NW', { id: 'X' })))).toBe('AE PID^1^3 204');
    expect(msa(await sender.send(addPerson({ id: 'X' })))).toBe('AA');
  });

  it('answers nothing to an acknowledgment', async () => {
    sender.write(`\x0b${ack(addPerson(), 'AA')}\x1c\r`);
    expect(field(await sender.send(addPerson({ id: 'after' })), 'MSA', 2)).toBe('after');
  });

  it('forwards later traffic of a merged number under the survivor, changing those bytes alone', async () => {
    await sender.send(addPerson());
    await sender.send(addPerson({ patient: OTHER }));
    await sender.send(order('P1', 'NW', { patient: OTHER }));
    expect(msa(await sender.send(merge(PATIENT, OTHER)))).toBe('AA');
    const late = result('P1', { patient: `${OTHER}~999^^^GOV^SS` });
    expect(msa(await sender.send(late))).toBe('AA');
    expect(await ehr.inbox.first(1)).toEqual([late.replace('222^^^HOSP^MR', '111^^^HOSP^MR')]);
    const [, , before] = await lis.inbox.first(3);
    expect(field(before ?? '', 'PID', 3)).toBe(OTHER);
  });

  it('knows patients, visits, orders and merges again after a restart', async () => {
    await sender.send(adt('A01'));
    await sender.send(addPerson({ patient: OTHER }));
    await sender.send(order('P1'));
    await sender.send(merge(PATIENT, OTHER));
    const before = engine.status().index;
    await stop();
    await start();
    expect(engine.status().index).toEqual(before);
    expect(msa(await sender.send(adt('A03')))).toBe('AA');
    await sender.send(result('P1', { patient: OTHER }));
    const [forwarded = ''] = await ehr.inbox.first(1);
    expect(field(forwarded, 'PID', 3)).toBe(PATIENT);
  });

  it('does not accept a message again that it accepted before a restart', async () => {
    const message = addPerson();
    await sender.send(message);
    await stop();
    await start();
    expect(msa(await sender.send(message))).toBe('AA');
    expect(engine.status()).toMatchObject({ stored: 1, repeated: 1 });
  });

  it('keeps what is for a destination without an address until one is named', async () => {
    await sender.send(addPerson());
    await lis.inbox.first(1);
    await stop();
    const ris = await FarEnd.open();
    const address = { host: '127.0.0.1', port: ris.port };
    engine = await startEngine({ port: 0, dataDir, deliver: { ris: address }, timeScale: 0.05 });
    expect(await ris.inbox.first(1)).toHaveLength(1);
    await ris.close();
  });

  it.runIf(existsSync('/dev/full'))('answers AR, never AA, when it cannot store', async () => {
    await stop();
    rmSync(join(dataDir, 'messages.log'));
    symlinkSync('/dev/full', join(dataDir, 'messages.log'));
    await start();
    const message = addPerson();
    expect(msa(await sender.send(message))).toBe('AR  207');
    expect(msa(await sender.send(message))).toBe('AR  207');
    expect(lis.inbox.items).toEqual([]);
  });

  it('takes a thousand messages over many connections with few syncs and loses none', async () => {
    const senders = Array.from({ length: 20 }, () => new Sender(engine.port));
    const replies = senders.map(async (each, nth) => {
      const messages = Array.from({ length: 50 }, (_, i) =>
        addPerson({ id: `B${nth}-${i}`, patient: `${nth}${i}^^^B` }),
      );
      each.write(messages.map((message) => `\x0b${message}\x1c\r`).join(''));
      return each.replies.first(50);
    });
    const codes = (await Promise.all(replies)).flat().map((reply) => field(reply, 'MSA', 1));
    expect(codes.filter((code) => code === 'AA')).toHaveLength(1_000);
    expect(engine.status().syncs).toBeLessThan(500);
    const ids = (await lis.inbox.first(1_000)).map((message) => field(message, 'MSH', 10));
    expect(new Set(ids).size).toBe(1_000);
    for (const each of senders) each.close();
  });

  it('answers in order on each connection, refusals and acceptances mixed', async () => {
    const sent = Array.from({ length: 100 }, (_, i) =>
      i % 3 === 0 ? msh('ZZZ^Z01', { id: `R${i}` }) : addPerson({ id: `R${i}` }),
    );
    sender.write(sent.map((message) => `\x0b${message}\x1c\r`).join(''));
    const replies = await sender.replies.first(100);
    expect(replies.map((reply) => field(reply, 'MSA', 2))).toEqual(sent.map((message) => field(message, 'MSH', 10)));
  });

  it('gives each acknowledgment an id of its own, over restarts too', async () => {
    const ids = [field(await sender.send(addPerson()), 'MSH', 10), field(await sender.send(addPerson()), 'MSH', 10)];
    await stop();
    await start();
    ids.push(field(await sender.send(addPerson()), 'MSH', 10));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(20);
  });
});
