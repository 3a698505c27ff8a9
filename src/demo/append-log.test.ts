import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppendLog } from './append-log.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-log-'));
  path = join(folder, 'a.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(): Promise<{ records: string[]; dropped: number }> {
  const records: string[] = [];
  const { log, dropped } = await AppendLog.open(path, (record) => records.push(record.toString()));
  await log.close();
  return { records, dropped };
}

async function write(...records: readonly string[]): Promise<void> {
  const { log } = await AppendLog.open(path, () => {});
  for (const record of records) log.append(Buffer.from(record));
  await log.close();
}

describe('AppendLog', () => {
  it('reads back in order what was written, over several openings', async () => {
    await write('one', 'two', 'three');
    await write('four');
    expect(await read()).toEqual({ records: ['one', 'two', 'three', 'four'], dropped: 0 });
  });

  it('is not synced where that is not wanted, and keeps everything all the same', async () => {
    const { log } = await AppendLog.open(path, () => {}, false);
    const safe = new Promise<Error | undefined>((resolve) => log.append(Buffer.from('one'), resolve));
    expect(await safe).toBeUndefined();
    expect(await read()).toEqual({ records: ['one'], dropped: 0 });
    expect(log.syncs).toBe(0);
    await log.close();
  });

  it('finds a record at the place that append gave', async () => {
    const { log } = await AppendLog.open(path, () => {});
    log.append(Buffer.from('first'));
    const place = log.append(Buffer.from('second'));
    await new Promise<void>((resolve) => log.append(Buffer.from('third'), () => resolve()));
    expect((await log.read(place)).toString()).toBe('second');
    await log.close();
  });

  it('cuts off a torn last record, whatever is left of it, and goes on from there', async () => {
    await write('one', 'two');
    const whole = readFileSync(path);
    for (let left = 12; left < whole.length; left++) {
      writeFileSync(path, whole);
      truncateSync(path, left);
      expect(await read()).toEqual({ records: ['one'], dropped: left - 11 });
      await write('again');
      expect((await read()).records).toEqual(['one', 'again']);
    }
  });

  it('cuts off a last record whose bytes are not those that were written', async () => {
    await write('one', 'two');
    const bytes = readFileSync(path);
    bytes.write('x', bytes.length - 1);
    writeFileSync(path, bytes);
    expect(await read()).toEqual({ records: ['one'], dropped: 11 });
  });

  it('cuts off zeros or noise after the last record', async () => {
    await write('one');
    appendFileSync(path, Buffer.from([9, 0, 0]));
    expect((await read()).records).toEqual(['one']);
    appendFileSync(path, Buffer.alloc(4_096));
    expect(await read()).toEqual({ records: ['one'], dropped: 4_096 });
  });

  it('tells the writers in their order, each after its record can be read from the disk', async () => {
    const { log } = await AppendLog.open(path, () => {});
    const told: number[] = [];
    const safe = Array.from(
      { length: 200 },
      (_, i) =>
        new Promise<boolean>((resolve) => {
          const text = `record ${i};`;
          log.append(Buffer.from(text), () => {
            told.push(i);
            resolve(readFileSync(path, 'utf8').includes(text));
          });
        }),
    );
    expect(await Promise.all(safe)).not.toContain(false);
    expect(told).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect(log.syncs).toBeLessThan(20);
    await log.close();
  });

  it.runIf(existsSync('/dev/full'))('says so when the disk is full, and from then on', async () => {
    symlinkSync('/dev/full', path);
    const { log } = await AppendLog.open(path, () => {});
    const attempt = () => new Promise<Error | undefined>((resolve) => log.append(Buffer.from('x'), resolve));
    expect((await attempt())?.message).toContain('ENOSPC');
    expect((await attempt())?.message).toContain('ENOSPC');
    await log.close();
  });
});
