import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoControl, demoControl } from './control.js';
import type { DefectName } from './defects.js';
import { addPerson } from './testdata/messages.js';
import { ack, FarEnd, field, Sender } from './testdata/raw-peer.js';

let dataDir: string;
let lis: FarEnd;
let demo: DemoControl;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'demo-child-'));
  lis = await FarEnd.open();
  demo = control();
});
afterEach(async () => {
  await demo.kill();
  await lis.close();
  rmSync(dataDir, { recursive: true });
});

function control(...defects: readonly DefectName[]): DemoControl {
  return demoControl({ dataDir, deliver: { lis: { host: '127.0.0.1', port: lis.port } }, defects, timeScale: 0.05 });
}

async function send(message: string): Promise<string> {
  const sender = new Sender(demo.port);
  const reply = await sender.send(message);
  sender.close();
  return field(reply, 'MSA', 1);
}

const ids = (messages: readonly string[]) => messages.map((text) => field(text, 'MSH', 10));

describe('an engine in a process of its own', () => {
  it('loses nothing that it accepted when it is killed, and sends nothing under another id', async () => {
    lis.answer = () => 'silent';
    await demo.start();
    const sender = new Sender(demo.port);
    const messages = Array.from({ length: 300 }, (_, i) => addPerson({ id: `K${i}`, patient: `${i}^^^HOSP^MR` }));
    for (const message of messages) sender.write(`\x0b${message}\x1c\r`);
    const acknowledged = (await sender.replies.first(100)).map((reply) => field(reply, 'MSA', 2));
    await demo.kill();
    const accepted = new Set([...acknowledged, ...sender.replies.items.map((reply) => field(reply, 'MSA', 2))]);

    const delivered = new Set<string>();
    lis.answer = (text) => {
      delivered.add(field(text, 'MSH', 10));
      return ack(text, 'AA');
    };
    await demo.start();
    await lis.inbox.until(() => [...accepted].every((id) => delivered.has(id)));
    expect([...delivered].every((id) => /^K\d+$/.test(id))).toBe(true);
    for (const message of messages) expect(await send(message)).toBe('AA');
    expect(await demo.status()).toMatchObject({ stored: 300, index: { patients: 300 } });
  });

  it('loses what it accepted when it is killed with the defect ack-before-store', async () => {
    demo = control('ack-before-store');
    await demo.start();
    expect(await send(addPerson())).toBe('AA');
    await demo.kill();
    await demo.start();
    expect(await demo.status()).toMatchObject({ stored: 0 });
  });

  it('keeps its port over stops and starts', async () => {
    const { port } = await demo.start();
    await demo.stop();
    expect(demo.isRunning).toBe(false);
    expect(await demo.start()).toEqual({ port });
  });

  it('neither answers nor delivers while it is paused, and goes on with the same connections', async () => {
    await demo.start();
    const sender = new Sender(demo.port);
    await sender.send(addPerson({ id: 'before' }));
    await lis.inbox.first(1);
    await demo.pause();
    const reply = sender.send(addPerson({ id: 'during' }));
    expect(await demo.status()).toMatchObject({ received: 1 });
    expect(sender.replies.items).toHaveLength(1);
    await demo.resume();
    expect(field(await reply, 'MSA', 2)).toBe('during');
    expect(ids(await lis.inbox.first(2))).toEqual(['before', 'during']);
    expect(lis.connections).toBe(1);
    sender.close();
  });

  it('drops and refuses connections while it is cut off, and delivers the rest afterwards', async () => {
    lis.answer = () => 'silent';
    await demo.start();
    const sender = new Sender(demo.port);
    await sender.send(addPerson({ id: 'X' }));
    await lis.inbox.first(1);
    await demo.cutOff();
    await sender.closed;
    const refused = new Sender(demo.port);
    await refused.closed;
    expect(refused.replies.items).toEqual([]);
    const delivered: string[] = [];
    lis.answer = (text) => {
      delivered.push(field(text, 'MSH', 10));
      return ack(text, 'AA');
    };
    await demo.reconnect();
    await lis.inbox.until(() => delivered.includes('X'));
    expect(await send(addPerson())).toBe('AA');
  });

  it('says that it must be started first', async () => {
    await expect(demo.pause()).rejects.toThrow('start it');
  });

  it('tells why it does not come up', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    demo = demoControl({ port, dataDir, deliver: {} });
    await expect(demo.start()).rejects.toThrow(
      `exit code 3): cannot listen on 127.0.0.1:${port}: another program uses`,
    );
    other.close();
  });
});

/** Runs the engine's command line and returns what it printed and its exit code. */
async function run(args: readonly string[], until: RegExp, signal: NodeJS.Signals = 'SIGTERM') {
  const child = spawn(process.execPath, ['dist/src/demo/main.js', ...args]);
  const text = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    text.out += chunk;
    if (until.test(text.out)) child.kill(signal);
  });
  child.stderr.on('data', (chunk) => (text.error += chunk));
  const [code] = await once(child, 'close');
  return { ...text, code };
}

describe('the command line', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line of JSON when it is ready and ends cleanly on %s',
    async (signal) => {
      const { out, code } = await run(['--port=0', '--data-dir', dataDir], /\n/, signal);
      expect(JSON.parse(out)).toEqual({ ready: true, port: expect.any(Number) });
      expect(code).toBe(0);
    },
  );

  it('needs no data folder, and leaves none behind', async () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('pipehat-engine-'));
    const before = folders();
    const { code } = await run(['--port=0', '--deliver=lis=127.0.0.1:7001'], /\n/);
    expect(code).toBe(0);
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
  });

  it.each([
    [['--defect=lies'], /no defect "lies"[\s\S]*swaps-messages/],
    [['--deliver=moon=1.2.3.4:5'], /cannot deliver to "moon=1.2.3.4:5"[\s\S]*--deliver lis=127.0.0.1:7001/],
    [['--port=99999'], /"99999" is not a port/],
    [['--time-scale=0'], /"0" is not a time scale/],
    [['--frobnicate'], /frobnicate/],
  ])('refuses %j with exit code 2 and says what is possible', async (args, message) => {
    const { error, code } = await run(args, /never/);
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
  });
});
