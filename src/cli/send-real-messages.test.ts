import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { listener, sent } from './testdata/links.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const fixtures = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));
const arePresent = existsSync(fixtures);
if (!arePresent) console.warn(`SKIPPED: 58 real messages are not sent, since ${fixtures} is absent`);

describe.skipIf(!arePresent)('real messages (skipped where ../shared/fixtures is absent)', () => {
  const messages = readdirSync(arePresent ? fixtures : '.', { recursive: true, encoding: 'utf8' })
    .filter((name) => /[\\/]messages[\\/][^\\/]+$/.test(name))
    .map((name) => join(fixtures, name))
    .sort();

  it('are delivered byte for byte, all 58', async () => {
    const inbox = join(folder.path, 'inbox');
    const { to, ended } = await listener(messages.length, { save: inbox });
    const { code, terminal } = await sent(messages, to, { allowProduction: true });
    await ended;
    const received = folder.contents('inbox');
    expect(received).toHaveLength(58);
    expect(received).toEqual(messages.map((name) => readFileSync(name)));
    expect([code, terminal.lines.at(-1)]).toEqual([EXIT.passed, '58 messages: 56 AA, 2 sent']);
  });

  it('are refused without --allow-production, since 50 are marked P', async () => {
    await expect(sent(messages, 'mllp://127.0.0.1:9')).rejects.toThrow(
      /^50 of 58 messages say that they are production/,
    );
  });
});
