import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realTimer } from '../base/timer.js';
import { dial } from '../mllp/dial.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { listener, sent } from './testdata/links.js';
import { admission } from './testdata/messages.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

/** Writes a message and gives MSA-1 and MSA-2 of so many frames that come back. */
async function answers(to: string, message: Buffer, count: number): Promise<readonly string[]> {
  const heard: string[] = [];
  let enough: () => void = () => {};
  const isEnough = new Promise<void>((resolve) => (enough = resolve));
  const { hostname: host, port } = new URL(to);
  const line = await dial(
    { host, port: Number(port), timer: realTimer() },
    {
      onEvent: (event) => {
        if (event.kind === 'frame') heard.push(/MSA\|(\w+\|\w+)/.exec(event.payload.toString())?.[1] ?? '');
        if (heard.length === count) enough();
      },
    },
  );
  if (line.kind === 'failed') throw new Error(line.message);
  await line.connection.write(wholeFrame(message));
  await isEnough;
  line.connection.reset();
  return heard;
}

it('a listener gives its accept acknowledgment, and then the application acknowledgment on the same connection', async () => {
  const { to, ended, terminal } = await listener(1, { fault: ['commit-codes:code=CA-AE'] });
  expect(await answers(to, admission('M1'), 2)).toEqual(['CA|M1', 'AE|M1']);
  await ended;
  expect(terminal.text).toContain('CA + commit-codes');
});

describe('an acknowledgment', () => {
  const acknowledgment = admission('K1', { 'ADT^A01^ADT_A01': 'ACK^A01^ACK' });

  it('is taken and not acknowledged, and what is sent behind it is', async () => {
    const { to, ended, terminal } = await listener(2);
    const both = [folder.file('1.hl7', acknowledgment), folder.file('2.hl7', admission('M2'))];
    const { code, terminal: told } = await sent(both, to);
    await ended;
    expect(terminal.text).toMatch(/ACK\^A01\^ACK {2}K1 .* none/);
    expect(told.lines[0]).toMatch(/K1 {2}sent {2}an acknowledgment is not acknowledged$/);
    expect(told.lines[1]).toMatch(/M2 {2}AA/);
    expect([code, told.lines.at(-1)]).toEqual([EXIT.passed, '2 messages: 1 sent, 1 AA']);
  });
});
